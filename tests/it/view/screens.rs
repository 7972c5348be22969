//! Every screen that is not a case: what it shows and in which style, in both languages, at every size.

use std::sync::{LazyLock, Mutex};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use regards::app::{Action, Notice, Place, State, bindings, update};
use regards::knowledge::FactId;
use regards::meeting::{DraftPart, Moment};
use regards::text::Lang;
use regards::view::{self, Depth, Look, Theme};

use super::scenes::*;
use crate::picture::picture;
use crate::scene::*;

/// Both languages in one picture.
fn both(scene: fn(Lang) -> State, taken: impl Fn(&State) -> String) -> String {
    Lang::ALL.iter().map(|lang| taken(&scene(*lang))).collect::<Vec<_>>().join("\n")
}

/// Every screen in this language, walked to once for all tests.
fn screens(lang: Lang) -> Vec<(&'static str, State)> {
    static SCREENS: LazyLock<Mutex<Vec<(Lang, Walked)>>> = LazyLock::new(|| {
        let walked = |lang| SCENES.iter().map(|(name, scene)| (*name, scene(lang))).collect();
        Mutex::new(Lang::ALL.iter().map(|lang| (*lang, walked(*lang))).collect())
    });
    SCREENS.lock().unwrap().iter().find(|(one, _)| *one == lang).unwrap().1.clone()
}

/// Screens with their names.
type Walked = Vec<(&'static str, State)>;

/// Both languages of each screen in one picture, with its name.
fn all_in_both(taken: impl Fn(&State) -> String) -> impl Iterator<Item = (&'static str, String)> {
    let every: Vec<_> = Lang::ALL.iter().map(|lang| screens(*lang)).collect();
    (0..SCENES.len()).map(move |at| {
        let pictures: Vec<String> = every.iter().map(|screens| taken(&screens[at].1)).collect();
        (SCENES[at].0, pictures.join("\n"))
    })
}

#[test]
fn every_screen_on_a_projector() {
    for (name, pictures) in all_in_both(|state| picture(&shot(state, 80, 24))) {
        insta::assert_snapshot!(format!("{name}_80x24"), pictures);
    }
}

#[test]
fn every_screen_on_a_wide_terminal() {
    for (name, pictures) in all_in_both(|state| said(&shot(state, 160, 45))) {
        insta::assert_snapshot!(format!("{name}_160x45"), pictures);
    }
}

#[test]
fn scores_on_a_desk() {
    for (name, scene) in [
        ("scores_sledai", scores_sledai as fn(Lang) -> State),
        ("scores_assessments", scores_assessments),
        ("scores_symptoms", scores_symptoms),
        ("scores_damage", scores_damage),
        ("scores_epices", scores_epices),
        ("scores_preview", scores_preview),
    ] {
        insta::assert_snapshot!(format!("{name}_120x36"), both(scene, |state| picture(&shot(state, 120, 36))));
    }
}

#[test]
fn what_if_on_a_desk() {
    for (name, scene) in [("whatif", whatif as fn(Lang) -> State), ("whatif_cells", whatif_cells)] {
        insta::assert_snapshot!(format!("{name}_120x36"), both(scene, |state| picture(&shot(state, 120, 36))));
    }
}

/// Wherever something is supposed the screen says so, at every size.
#[test]
fn a_hypothesis_always_says_that_it_is_one() {
    for scene in [whatif as fn(Lang) -> State, whatif_cells, whatif_refused, whatif_why, timeline_supposed, hypothesis]
    {
        for (width, height) in [(60, 18), (80, 24), (120, 36), (160, 45)] {
            let text = said(&shot(&scene(Lang::Fr), width, height));
            assert!(text.contains("Δ HYPOTHÈSE"), "{width}x{height}\n{text}");
        }
    }
}

#[test]
fn no_size_is_too_small_or_too_large_to_draw() {
    let pairs = screens(Lang::Fr).into_iter().zip(screens(Lang::En)).enumerate();
    let alternating = pairs.map(|(at, ((_, french), (_, english)))| if at % 2 == 0 { french } else { english });
    for (index, state) in alternating.chain([case(Lang::En), why(Lang::Fr)]).enumerate() {
        for width in (1..60_u16).step_by(3) {
            for height in (1..=60_u16).step_by(7) {
                shot(&state, width, height);
            }
        }
        let shift = u16::try_from(index).unwrap();
        for width in (60 + shift..=200_u16).step_by(17) {
            for height in (18 + shift % 4..=60_u16).step_by(6) {
                shot(&state, width, height);
            }
        }
    }
}

#[test]
fn a_place_off_the_corner_or_beyond_the_buffer_is_drawn_where_it_can_be() {
    for (_, state) in screens(Lang::Fr) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 90, 30));
        view::draw(&state, &look(), Rect::new(7, 3, 120, 60), &mut buffer);
        assert_eq!(buffer[(3, 10)].symbol(), " ", "nothing is drawn outside the place");
    }
}

#[test]
fn a_small_window_says_so_in_a_sentence() {
    let state = agenda(Lang::Fr);
    assert!(said(&shot(&state, 59, 24)).contains("60×18"));
    assert!(said(&shot(&state, 80, 17)).contains("60×18"));
    assert!(!said(&shot(&state, 60, 18)).contains("60×18"));
}

/// What a page says, scrolled from end to end.
fn whole(state: &State, width: u16, height: u16) -> String {
    let mut state = state.clone();
    state.size = (width, height);
    let mut text = String::new();
    loop {
        let sight = said(&shot(&state, width, height));
        if text.ends_with(&sight) {
            return text;
        }
        text.push_str(&sight);
        press(&mut state, "<pgdn>");
    }
}

#[test]
fn what_was_decided_is_never_cut() {
    for (name, scene) in [("read back", read_back as fn(Lang) -> State), ("passage", passage)] {
        for lang in Lang::ALL {
            for (width, height) in [(60, 18), (160, 45)] {
                let text = whole(&scene(*lang), width, height);
                let cut = text.lines().find(|line| line.contains('…'));
                assert_eq!(cut, None, "{name} cuts nothing at {width} columns");
            }
        }
    }
    let text = whole(&read_back(Lang::Fr), 60, 18);
    for words in ["pas plus de 5\u{a0}mg/j", "pas de", "cyclophosphamide", "avis cardio", "01/12/2026"] {
        let words = words.replace('\u{a0}', " ");
        assert!(text.replace('\u{a0}', " ").contains(&words), "{words}");
    }
}

#[test]
fn an_edition_can_be_read_to_its_end() {
    for lang in Lang::ALL {
        for (width, height) in [(60, 18), (80, 24), (120, 36), (160, 45)] {
            let mut state = editions(*lang);
            let pnds = whole(&state, width, height);
            assert!(pnds.contains("39191627") && pnds.contains("⌂") && !pnds.contains('…'), "{pnds}");
            press(&mut state, "<left>");
            let kdigo = whole(&state, width, height);
            assert!(kdigo.contains("KDIGO 2024") && !kdigo.contains("39191627"), "{kdigo}");
        }
    }
}

#[test]
fn the_form_shows_the_field_with_the_cursor_at_every_size() {
    for (width, height) in [(60, 18), (80, 24), (120, 36), (160, 45)] {
        let mut state = amendment(Lang::Fr);
        for _ in 0..7 {
            let buffer = shot(&state, width, height);
            assert!(said(&buffer).contains('▸'), "{width}x{height}");
            press(&mut state, "<tab>");
        }
    }
}

#[test]
fn the_cursor_is_a_reversed_cell_where_text_is_typed() {
    let reversed = |state: &State| {
        let area = Rect::new(0, 0, 80, 24);
        let mut buffer = Buffer::empty(area);
        view::draw(state, &Look::new(&Theme::shipped("dark").unwrap(), Depth::True), area, &mut buffer);
        buffer.area.positions().filter(|at| buffer[*at].modifier.contains(Modifier::REVERSED)).count()
    };
    let none = reversed(&agenda(Lang::Fr));
    assert_eq!(reversed(&postponing(Lang::Fr)), none + 1);
    let mut state = form(Lang::Fr);
    let typed = reversed(&state);
    press(&mut state, "<s-tab><s-tab>");
    assert_eq!(reversed(&state) + 1, typed, "a closed list has no cursor");
}

#[test]
fn identities_are_hidden_when_asked() {
    let others = [("case", case(Lang::Fr)), ("why", why(Lang::Fr))];
    for (name, mut state) in screens(Lang::Fr).into_iter().chain(others) {
        state.masked = true;
        for (width, height) in [(80, 24), (160, 45)] {
            let text = if state.place() == Place::Passage {
                whole(&state, width, height)
            } else {
                said(&shot(&state, width, height))
            };
            for identity in ["H. B.", "L. M.", "Vasseur", "Martin, m"] {
                assert!(!text.contains(identity), "{name} shows {identity}");
            }
        }
    }
}

#[test]
fn what_there_is_to_say_is_said_whole() {
    let notices = [
        Notice::Locked,
        Notice::Postponed,
        Notice::Failed(
            "the disk is full: nothing was recorded and nothing recorded was lost. Free some space and try again"
                .to_owned(),
        ),
        Notice::DraftTaken("Dr B".to_owned(), vec![DraftPart::Rationale, DraftPart::Next]),
        Notice::LockedMeanwhile("Dr B".to_owned()),
        Notice::LeadTaken("Dr B".to_owned()),
        Notice::Leading,
        Notice::LeadEnded,
        Notice::DraftFound,
        Notice::ReadOnly,
        Notice::LedgerOpened,
        Notice::Unsaved,
        Notice::FileHasErrors,
        Notice::CannotReorder,
        Notice::Reread,
        Notice::Incomplete,
        Notice::NotCurrent,
        Notice::CannotReadLocked,
    ];
    for lang in Lang::ALL {
        let mut said_so_far = Vec::new();
        for notice in &notices {
            let mut state = room(*lang);
            state.queue.entries.clear();
            state.notice = Some(notice.clone());
            let text = said(&shot(&state, 60, 18));
            let sentence: Vec<&str> = text.lines().skip(3).take_while(|line| !line.contains('↵')).collect();
            let sentence = sentence.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(sentence.ends_with(['.', 'n', 'y']), "{sentence}");
            assert!(!said_so_far.contains(&sentence), "{sentence} is said of two things");
            said_so_far.push(sentence);
        }
    }
}

#[test]
fn nothing_from_outside_reaches_the_terminal_as_it_is() {
    let mut state = archive(Lang::Fr);
    let mut hostile = recorded().remove(0);
    hostile.entry.alias = "A\u{202e}B".parse().unwrap();
    hostile.entry.class = "V\u{1b}[2J".to_owned();
    hostile.entry.question = "\u{1b}]0;x\u{7}faut-il\u{202e} ?".parse().unwrap();
    hostile.locked.decision.rationale = "non\u{1b}[31m\u{2066} jamais".to_owned();
    hostile.locked.case_yaml = "a: \u{1b}[2J\u{200b}".to_owned();
    update(&mut state, Action::Found(1, vec![Moment::Decided(Box::new(hostile.entry.clone()))]));
    let mut screens = vec![shot(&state, 80, 24), shot(&state, 200, 60)];
    update(&mut state, Action::Recalled(Box::new(hostile)));
    screens.push(shot(&state, 80, 60));
    let mut failed = agenda(Lang::Fr);
    failed.notice = Some(Notice::Failed("\u{1b}[2J\u{202e}".to_owned()));
    screens.push(shot(&failed, 80, 24));
    for buffer in screens {
        for cell in buffer.content() {
            let harmless = |c: char| {
                !c.is_control()
                    && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
            };
            assert!(cell.symbol().chars().all(harmless), "{:?}", cell.symbol());
        }
    }
}

#[test]
fn the_footer_keeps_the_key_that_shows_the_others() {
    for lang in Lang::ALL {
        for (name, state) in screens(*lang) {
            if matches!(state.place(), Place::Help | Place::Line) {
                continue;
            }
            for width in (60..120).step_by(7) {
                let text = said(&shot(&state, width, 24));
                let foot = text.lines().nth(23).unwrap();
                let help = regards::text::words(*lang).key.help;
                assert!(
                    foot.contains(&format!("? {help}")) || foot.contains(&format!("F1 {help}")),
                    "{name} {width}: {foot}"
                );
            }
        }
    }
}

#[test]
fn the_help_names_every_key_of_the_place() {
    for lang in Lang::ALL {
        let mut state = agenda(*lang);
        press(&mut state, "?");
        let text = whole(&state, 60, 60);
        for binding in bindings().iter().filter(|binding| binding.place == Place::Queue) {
            let key = regards::app::name_of(binding);
            assert!(text.contains(&key), "{key}");
        }
    }
}

#[test]
fn an_agenda_still_being_read_an_empty_one_and_one_without_matches_say_so() {
    let mut state = State::new(today(), Lang::Fr, (80, 24), library());
    assert!(said(&shot(&state, 80, 24)).contains("lecture en cours"));
    update(&mut state, Action::ReadAll);
    assert!(said(&shot(&state, 80, 24)).contains("Aucun dossier ici"));
    let mut state = agenda(Lang::Fr);
    press(&mut state, "/zzz");
    assert!(said(&shot(&state, 80, 24)).contains("ne correspond au filtre"));
    let mut state = agenda(Lang::Fr);
    press(&mut state, "tt");
    assert!(said(&shot(&state, 80, 24)).contains("trié par UPCR"));
    press(&mut state, "a");
    assert!(said(&shot(&state, 80, 24)).contains("lecture en cours"));
    update(&mut state, Action::Found(1, Vec::new()));
    assert!(said(&shot(&state, 80, 24)).contains("Aucune décision n'est encore verrouillée"));
    press(&mut state, "/x");
    update(&mut state, Action::Found(2, Vec::new()));
    assert!(said(&shot(&state, 80, 24)).contains("Aucune décision ne correspond"));
}

#[test]
fn the_mark_stands_under_its_column_however_long_the_line_is() {
    let text = format!(
        "format: 1\ncase: LN-1\nquestion: \"{}\"\npatient: {{alias: Z, sex: female, age: 30}}\nlabs: [{{date: 2026-01-01, creatinine: {}62}}]\n",
        "œ".repeat(20),
        " ".repeat(120)
    );
    let mut state = room(Lang::Fr);
    update(&mut state, Action::Read(vec![entry("cases/long.yaml", &text)]));
    press(&mut state, "<end>x");
    let text = said(&shot(&state, 80, 24));
    let lines: Vec<&str> = text.lines().collect();
    let caret = lines.iter().position(|line| line.trim_end().ends_with('^')).unwrap();
    let column = lines[caret].chars().count() - 1;
    assert_eq!(lines[caret - 1].chars().nth(column), Some('6'), "{text}");
}

#[test]
fn a_long_agenda_shows_the_case_under_the_cursor() {
    let mut state = room(Lang::Fr);
    let model = shipped("ln-2026-006-classe-v-1-6.yaml");
    let many = (0..300).map(|number| {
        entry(&format!("cases/x{number:03}.yaml"), &model.replace("LN-2026-006", &format!("XX-{number:03}")))
    });
    update(&mut state, Action::Read(many.collect()));
    for number in (0..300).step_by(13) {
        state.queue.cursor = Some(format!("cases/x{number:03}.yaml").into());
        for (width, height) in [(80, 24), (160, 45), (200, 60)] {
            assert!(said(&shot(&state, width, height)).contains(&format!("XX-{number:03}")));
        }
    }
}

#[test]
fn what_must_stop_is_in_sight_of_a_decision_read_back_whatever_its_length() {
    let mut state = agenda(Lang::Fr);
    press(&mut state, "/008<enter>d<down><tab>mmf 2 g/j<tab>Rémission.");
    for _ in 0..3 {
        press(&mut state, "<tab><down>");
    }
    press(&mut state, "<c-r>");
    assert_eq!(state.place(), Place::ReadBack);
    for (width, height) in [(80, 24), (120, 36)] {
        let text = said(&shot(&state, width, height)).replace('\u{a0}', " ");
        let bar = text.lines().next().unwrap_or_default();
        assert!(bar.contains('⊘'), "{width}x{height}\n{text}");
    }
}

#[test]
fn a_changed_cell_says_both_verdicts_in_its_one_line() {
    let mut state = agenda(Lang::Fr);
    press(&mut state, "/006<enter><enter>w");
    suppose(&mut state, FactId::Proteinuria, "3,6");
    let text = said(&shot(&state, 120, 36)).replace('\u{a0}', " ");
    let line = text.lines().find(|line| line.contains("Δ KDIGO Traitement…"));
    assert!(line.is_some_and(|line| line.contains("○ non conseillé → ● recommandé…")), "{text}");
}
