//! The case on the screen: what each panel says of shipped cases, in sizes from a phone's to a wall's.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use regards::app::{CaseScreen, Entry, Opened, Panel, State, WhyScreen};
use regards::clinic::{Egfr, Equation};
use regards::domain::Day;
use regards::knowledge::{Library, Table, Topic, Verdict};
use regards::read::CaseFile;
use regards::text::Lang;
use regards::view::panel::guidelines;
use regards::view::{Depth, Kept, Look, Theme, case, why};
use regards::wording;

use crate::picture::picture;

use crate::scene::library;

const TODAY: &str = "2026-11-26";

struct Room {
    state: State,
    library: Arc<Library>,
    look: Look,
}

fn shipped() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn file(path: &Path, today: Day) -> CaseFile {
    CaseFile::new(path.into(), &fs::read(path).unwrap(), today)
}

/// The shipped cases on that day, read once.
static ENTRIES: OnceLock<Vec<Entry>> = OnceLock::new();

impl Room {
    fn new(lang: Lang) -> Self {
        let today: Day = TODAY.parse().unwrap();
        let library = library();
        let mut state = State::new(today, lang, (80, 24), Arc::clone(&library));
        let read = || shipped().iter().map(|path| Entry::new(file(path, today), today, Some(&library))).collect();
        state.queue.entries.clone_from(ENTRIES.get_or_init(read));
        Self { state, library, look: Look::new(&Theme::shipped("dark").unwrap(), Depth::Sixteen) }
    }

    fn case(&self, number: &str) -> CaseScreen {
        self.case_with(number, |text| text)
    }

    /// A shipped case with its text changed.
    fn case_with(&self, number: &str, change: impl FnOnce(String) -> String) -> CaseScreen {
        let file = self.file_with(number, change);
        let opened = Opened::new(&file, self.state.today, &self.library).unwrap();
        CaseScreen::of(Arc::new(opened))
    }

    fn file_with(&self, number: &str, change: impl FnOnce(String) -> String) -> CaseFile {
        let path = shipped().into_iter().find(|path| path.to_string_lossy().contains(number)).unwrap();
        let text = change(fs::read_to_string(&path).unwrap());
        CaseFile::new(path, text.as_bytes(), self.state.today)
    }

    fn drawn(&self, screen: &CaseScreen, width: u16, height: u16) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        case::draw(screen, &self.state, &self.look, &mut Kept::default(), buffer.area, &mut buffer);
        buffer
    }
}

/// Rows of words only.
fn text(buffer: &Buffer) -> String {
    let whole = picture(buffer);
    whole.split("-- styles\n").next().unwrap().to_owned()
}

/// All words in one line, however they were wrapped, without frames.
fn said(buffer: &Buffer) -> String {
    let bare = text(buffer).replace(['│', '┌', '┐', '└', '┘', '─'], " ").replace('\u{a0}', " ");
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

const FIVE: [&str; 5] = ["ln-2026-001", "ln-2026-004", "ln-2026-006", "ln-2026-010", "ls-2026-011"];

#[test]
fn each_panel_alone_at_80x24() {
    let room = Room::new(Lang::Fr);
    for (panel, name) in Panel::ALL.into_iter().zip(["guidelines", "activity", "damage", "series", "person", "safety"])
    {
        let screen = CaseScreen { panel, ..room.case("ln-2026-006") };
        insta::assert_snapshot!(format!("006-{name}-80x24-fr"), picture(&room.drawn(&screen, 80, 22)));
    }
    let room = Room::new(Lang::En);
    let screen = CaseScreen { row: 7, column: 1, ..room.case("ln-2026-001") };
    insta::assert_snapshot!("001-guidelines-80x24-en", picture(&room.drawn(&screen, 80, 22)));
    let screen = CaseScreen { panel: Panel::Activity, ..room.case("ln-2026-010") };
    insta::assert_snapshot!("010-activity-80x24-en", picture(&room.drawn(&screen, 80, 22)));
}

#[test]
fn guidelines_and_a_pair_at_120x36() {
    let room = Room::new(Lang::Fr);
    for number in FIVE {
        insta::assert_snapshot!(format!("{number}-120x36-fr"), text(&room.drawn(&room.case(number), 120, 34)));
    }
    let room = Room::new(Lang::En);
    let screen = CaseScreen { panel: Panel::Person, ..room.case("ln-2026-006") };
    insta::assert_snapshot!("ln-2026-006-person-120x36-en", text(&room.drawn(&screen, 120, 34)));
}

#[test]
fn everything_at_once_at_160x45() {
    let room = Room::new(Lang::En);
    for number in FIVE {
        insta::assert_snapshot!(format!("{number}-160x45-en"), text(&room.drawn(&room.case(number), 160, 43)));
    }
    let room = Room::new(Lang::Fr);
    insta::assert_snapshot!("ln-2026-006-160x45-fr", text(&room.drawn(&room.case("ln-2026-006"), 160, 43)));
}

#[test]
fn why_in_both_languages() {
    for (lang, number, topic, column) in [
        (Lang::Fr, "ln-2026-006", Topic::InitialTherapy, 0),
        (Lang::En, "ln-2026-010", Topic::Tma, 2),
        (Lang::Fr, "ln-2026-002", Topic::GcTaper, 2),
    ] {
        let room = Room::new(lang);
        let row = Topic::ALL.iter().position(|row| *row == topic).unwrap();
        let screen = WhyScreen { opened: room.case(number).opened, row, column, scroll: 0 };
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 46));
        why::draw(&screen, &room.state, &room.look, buffer.area, &mut buffer);
        insta::assert_snapshot!(format!("{number}-why-{}", lang.code()), picture(&buffer));
    }
}

#[test]
fn no_size_is_too_small_or_too_large() {
    for (lang, number) in [(Lang::En, "ls-2026-012"), (Lang::Fr, "ln-2026-006")] {
        let room = Room::new(lang);
        let screen = room.case(number);
        for (width, height) in [1, 2, 5, 20, 45, 80, 117, 150, 200]
            .into_iter()
            .flat_map(|width| [1, 2, 3, 7, 12, 24, 36, 60].into_iter().map(move |height| (width, height)))
        {
            for panel in Panel::ALL {
                let screen = CaseScreen { panel, is_unfolded: true, row: 23, column: 2, scroll: 500, ..screen.clone() };
                room.drawn(&screen, width, height);
            }
            let screen = WhyScreen { opened: Arc::clone(&screen.opened), row: 23, column: 2, scroll: 500 };
            let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
            why::draw(&screen, &room.state, &room.look, buffer.area, &mut buffer);
        }
    }
}

#[test]
fn nothing_is_drawn_outside_its_place() {
    let room = Room::new(Lang::Fr);
    let screen = room.case("ln-2026-010");
    for (width, height) in [(80, 22), (120, 34), (160, 43), (31, 9)] {
        let mut buffer = Buffer::empty(Rect::new(0, 0, width + 6, height + 4));
        let area = Rect::new(3, 2, width, height);
        case::draw(&screen, &room.state, &room.look, &mut Kept::default(), area, &mut buffer);
        let outside = buffer.area.positions().filter(|position| !area.contains(*position));
        for position in outside {
            assert_eq!(buffer[position].symbol(), " ", "{width}x{height} at {position}");
        }
    }
}

#[test]
fn a_mask_hides_the_alias() {
    let mut room = Room::new(Lang::Fr);
    let screen = room.case("ln-2026-006");
    assert!(said(&room.drawn(&screen, 160, 43)).contains("H. B."));
    room.state.masked = true;
    assert!(!said(&room.drawn(&screen, 160, 43)).contains("H. B."));
}

/// Where the guidelines differ and a sentence explains it, it stands under the table of the row with the cursor.
#[test]
fn a_difference_that_matters_is_explained_under_the_table() {
    for lang in [Lang::Fr, Lang::En] {
        let room = Room::new(lang);
        for number in FIVE {
            let screen = room.case(number);
            for row in screen.rows() {
                let table_row = &screen.opened.table.rows[row];
                let Some(id) = table_row.differences.first() else { continue };
                let sentence = screen.opened.library.difference(id).unwrap().said(lang).replace('\u{a0}', " ");
                let start: String = sentence.chars().take(60).collect();
                let shown = said(&room.drawn(&CaseScreen { row, ..screen.clone() }, 160, 43));
                assert!(shown.contains(&start), "{number} {}: {start}", table_row.topic);
            }
        }
    }
}

/// Rows on which nobody speaks are one line with their number; with the key they are rows again.
#[test]
fn rows_that_do_not_apply_are_folded_into_one_line() {
    let room = Room::new(Lang::Fr);
    let screen = room.case("ls-2026-011");
    let folded = said(&room.drawn(&screen, 160, 43));
    let silent = screen.opened.table.silent_topics().len();
    assert!(silent > 10 && folded.contains(&format!("Sans objet ici ({silent}, v : montrer)")), "{folded}");
    let unfolded = said(&room.drawn(&CaseScreen { is_unfolded: true, row: 0, ..screen }, 160, 43));
    assert!(unfolded.contains("v : replier") && unfolded.contains("Selon la classe ·"), "{unfolded}");
}

#[test]
fn a_table_that_was_locked_draws_the_same() {
    let room = Room::new(Lang::En);
    let table = &room.case("ln-2026-010").opened.table;
    let locked: Table = serde_json::from_str(&serde_json::to_string(table).unwrap()).unwrap();
    let drawn = |table: &Table| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 30));
        guidelines::draw_table(table, &guidelines::Reading::default(), Lang::En, &room.look, buffer.area, &mut buffer);
        buffer
    };
    assert_eq!(drawn(table), drawn(&locked));
}

/// Words of the cells that wear the cursor's ground, which nothing else on the screen has.
fn under_the_cursor(buffer: &Buffer, look: &Look) -> String {
    let ground = look.selected.bg.unwrap();
    assert!(look.bar.bg != Some(ground) && look.text.bg != Some(ground), "the cursor could not be told apart");
    let lit = buffer.content.iter().filter(|cell| cell.style().bg == Some(ground));
    let words: String = lit.map(ratatui::buffer::Cell::symbol).collect();
    words.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_cursor_is_always_in_sight_and_on_its_own_cell() {
    let mut room = Room::new(Lang::En);
    room.look = Look::new(&Theme::shipped("dark").unwrap(), Depth::True);
    let shown = room.case("ln-2026-001");
    for (width, height) in [(80, 22), (120, 34), (160, 43)] {
        for (row, column) in (0..shown.opened.table.rows.len()).flat_map(|row| (0..3).map(move |column| (row, column)))
        {
            let screen = CaseScreen { row, column, is_unfolded: true, ..shown.clone() };
            let words = under_the_cursor(&room.drawn(&screen, width, height), &room.look);
            let verdict = shown.opened.table.rows[row].cells[column].verdict;
            let expected = wording::verdict(regards::text::words(Lang::En), verdict);
            assert!(words.contains(expected), "{row},{column} at {width}x{height}: `{words}` is not `{expected}`");
        }
    }
    let blurred = CaseScreen { panel: Panel::Safety, ..shown };
    assert_eq!(
        under_the_cursor(&room.drawn(&blurred, 160, 43), &room.look),
        "",
        "no cursor in the table without the focus"
    );
}

fn row_of(screen: &CaseScreen, topic: Topic) -> usize {
    screen.opened.table.rows.iter().position(|row| row.topic == topic).unwrap()
}

#[test]
fn a_guideline_that_contradicts_itself_is_called_so_at_every_size() {
    let room = Room::new(Lang::En);
    let screen = room.case_with("ln-2026-002", |text| {
        assert!(text.contains("extrarenal: []"), "the case no longer begins without extrarenal disease");
        text.replace("extrarenal: []", "extrarenal: [{organ: joints, severity: severe}]")
    });
    let screen = CaseScreen { row: row_of(&screen, Topic::InitialTherapy), ..screen };
    let verdict = |screen: &CaseScreen| screen.opened.table.rows[screen.row].cells[1].verdict;
    assert_eq!(verdict(&screen), Verdict::Conflict);
    assert_ne!(verdict(&CaseScreen { row: screen.row, ..room.case("ln-2026-002") }), Verdict::Conflict);
    for (width, height) in [(80, 22), (120, 34), (160, 43)] {
        let words = said(&room.drawn(&screen, width, height));
        assert!(words.contains("‼ conflict"), "the cell, at {width}x{height}: {words}");
        assert!(words.contains("CONFLICT: ACR contradicts itself"), "the sentence, at {width}x{height}: {words}");
        let calm = said(&room.drawn(&room.case("ln-2026-002"), width, height));
        assert!(!calm.contains("CONFLICT"), "no contradiction where there is none, at {width}x{height}");
    }
}

#[test]
fn what_is_unknown_is_said_and_nothing_is_computed_from_it() {
    let room = Room::new(Lang::En);
    let screen = room.case_with("ln-2026-001", |text| {
        let weight = text.find("weight: ").unwrap();
        let end = weight + text[weight..].find(['\n', ',']).unwrap();
        format!("{}weight: unknown{}", &text[..weight], &text[end..])
    });
    let all = said(&room.drawn(&CaseScreen { row: row_of(&screen, Topic::GcStart), ..screen.clone() }, 160, 43));
    assert!(all.contains("weight missing"), "{all}");
    // The row of the oral start prints the guidelines' own mg/kg.
    let elsewhere = said(&room.drawn(&CaseScreen { row: row_of(&screen, Topic::GcTarget), ..screen.clone() }, 160, 43));
    let weighed = elsewhere.lines().filter(|line| !line.contains("hydroxychloroquine"));
    assert!(weighed.into_iter().all(|line| !line.contains("mg/kg/d")), "{elsewhere}");
    let damage = said(&room.drawn(&CaseScreen { panel: Panel::Damage, ..screen }, 80, 44));
    assert!(damage.contains("10 mg/d weight missing"), "{damage}");
    assert!(damage.contains("HCQ dose cannot say, missing: the weight"), "{damage}");
}

#[test]
fn a_score_with_items_not_assessed_is_a_lower_bound() {
    let room = Room::new(Lang::En);
    let screen = CaseScreen { panel: Panel::Activity, ..room.case("ln-2026-010") };
    let words = said(&room.drawn(&screen, 80, 60));
    assert!(words.contains("SLEDAI-2K ≥ 17"), "{words}");
    assert!(words.contains("not assessed Visual"), "{words}");
    assert!(words.contains("PtGA unknown"), "{words}");
}

#[test]
fn a_rounded_egfr_never_contradicts_its_stage() {
    let shown = |value| wording::printed_egfr(Lang::En, Egfr { value, equation: Equation::CkdEpi2021 });
    assert_eq!(shown(59.6), "59.6");
    assert_eq!(shown(59.4), "59");
    assert_eq!(shown(90.2), "90");
    assert_eq!(shown(89.51), "89.51");
}

#[test]
fn the_head_names_what_must_stop() {
    for (lang, name) in [(Lang::Fr, "tératogène et grossesse"), (Lang::En, "teratogen and pregnancy")] {
        let room = Room::new(lang);
        for (width, height, most) in [(60, 18, 5), (80, 24, 4), (120, 36, 2), (160, 45, 2)] {
            let text = text(&room.drawn(&room.case("008"), width, height)).replace('\u{a0}', " ");
            let head = text.lines().position(|row| row.contains("Désir de grossesse")).unwrap();
            assert!(head <= most, "{width}x{height}\n{text}");
            let said = |row: &str| row.contains(&format!("⊘ {name}"));
            assert!(text.lines().take(head).any(said), "{width}x{height}\n{text}");
        }
    }
}

/// A pregnancy changes what may be given: nobody has to look for it.
#[test]
fn the_agenda_and_the_head_say_that_the_patient_is_pregnant() {
    let now = |text: String| text.replace("pregnancy: {status: none,", "pregnancy: {status: pregnant, weeks: 12,");
    for (lang, said) in [(Lang::Fr, "grossesse en cours 12 SA"), (Lang::En, "pregnant 12 weeks of gestation")] {
        let mut room = Room::new(lang);
        let agenda = |room: &Room| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 36));
            regards::view::draw(&room.state, &room.look, buffer.area, &mut buffer);
            text(&buffer).replace('\u{a0}', " ")
        };
        assert!(!agenda(&room).contains(said));
        let today = room.state.today;
        room.state.queue.entries[0] = Entry::new(room.file_with("001", now), today, Some(&room.library));
        assert!(agenda(&room).contains(said), "{}", agenda(&room));
        let pregnant = room.case_with("001", now);
        for (width, height) in [(60, 18), (80, 24), (160, 45)] {
            let head = |screen: &CaseScreen| -> String {
                let text = text(&room.drawn(screen, width, height)).replace('\u{a0}', " ");
                text.split("Première poussée").next().unwrap().to_owned()
            };
            assert!(head(&pregnant).contains(said), "{width}x{height}\n{}", head(&pregnant));
            assert!(!head(&room.case("001")).contains(said));
        }
    }
}

#[test]
fn beside_activity_and_damage_eight_topics_are_in_sight_and_the_response_has_its_common_ground_on_its_rows() {
    let room = Room::new(Lang::Fr);
    let mut screen = room.case("006");
    let topics = |text: &str| {
        let named =
            |row: &&str| ["≠ divergent", "≈ proche", "? à discuter", "· une"].iter().any(|one| row.contains(one));
        text.lines().filter(named).count()
    };
    let first = text(&room.drawn(&screen, 120, 36)).replace('\u{a0}', " ");
    assert!(topics(&first) >= 8, "{first}");
    assert!(!first.contains("Réponse et durée"), "{first}");
    screen.row = screen.opened.table.rows.iter().position(|row| row.topic == Topic::Response12m).unwrap();
    let response = text(&room.drawn(&screen, 120, 36));
    assert!(response.contains("Réponse et durée"), "{response}");
}

/// Where every row of the table is in sight and lines are left over, the first rows that are cut say more.
#[test]
fn lines_left_over_are_given_to_rows_that_are_cut() {
    let room = Room::new(Lang::Fr);
    let screen = room.case("006");
    let cut = |height: u16| text(&room.drawn(&screen, 240, height)).matches("…+").count();
    let (short, tall) = (cut(62), cut(67));
    assert!(tall < short, "{tall} cells are cut in 67 rows, {short} in 62");
}
