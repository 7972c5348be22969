use std::collections::HashSet;

use ratatui::style::{Color, Modifier, Style};
use regards::text::{Lang, words};
use regards::view::theme::ThemeFault;
use regards::view::{Depth, Ground, Look, Theme, mark};

fn look(theme: &str, depth: Depth) -> Look {
    Look::new(&Theme::shipped(theme).unwrap(), depth)
}

/// What a terminal shows for a colour; the terminal's own 16 are not ours to know.
fn parts(colour: Color) -> Option<[u8; 3]> {
    match colour {
        Color::Rgb(r, g, b) => Some([r, g, b]),
        Color::Indexed(grey @ 232..) => Some([8 + (grey - 232) * 10; 3]),
        Color::Indexed(cube @ 16..) => {
            let step = |at: u8| [0, 95, 135, 175, 215, 255][usize::from(at)];
            Some([step((cube - 16) / 36), step((cube - 16) / 6 % 6), step((cube - 16) % 6)])
        }
        _ => None,
    }
}

/// Contrast by WCAG 2.1.
fn contrast(one: Color, other: Color) -> f64 {
    let luminance = |colour: Color| {
        let linear = parts(colour).unwrap().map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

#[test]
fn contrast_is_computed_as_published() {
    assert!((contrast(Color::Rgb(0, 0, 0), Color::Rgb(255, 255, 255)) - 21.0).abs() < 1e-9);
    assert!((contrast(Color::Rgb(119, 119, 119), Color::Rgb(255, 255, 255)) - 4.48).abs() < 0.005);
}

#[test]
fn every_text_role_can_be_read_on_every_ground_it_stands_on() {
    let mut short = Vec::new();
    for (theme, least) in [("dark", 4.5), ("light", 4.5), ("projector", 7.0), ("colour-blind", 4.5)] {
        for depth in [Depth::True, Depth::Indexed] {
            let look = look(theme, depth);
            let grounds = [look.text.bg.unwrap(), look.bar.bg.unwrap(), look.selected.bg.unwrap()];
            for (role, style) in look.roles() {
                let Some(colour) = style.fg else { continue };
                let least = if role == "border" { 3.0 } else { least };
                for ground in style.bg.map_or(grounds.to_vec(), |own| vec![own]) {
                    let found = contrast(colour, ground);
                    // Lines are never drawn under the cursor or in the bar.
                    let is_drawn = role != "border" || ground == grounds[0];
                    if found < least && is_drawn {
                        short.push(format!("{theme} {depth:?} {role}: {found:.2} on {ground}"));
                    }
                }
            }
        }
    }
    assert!(short.is_empty(), "{}", short.join("\n"));
}

#[test]
fn the_cursor_can_be_seen_on_the_ground() {
    for theme in ["dark", "light", "projector", "colour-blind"] {
        for depth in [Depth::True, Depth::Indexed] {
            let look = look(theme, depth);
            assert_ne!(look.selected.bg, look.text.bg, "{theme} {depth:?}");
            assert!(!look.selected.add_modifier.is_empty(), "{theme}: colour alone would mark the cursor");
        }
    }
}

#[test]
fn without_colour_the_meanings_stay_apart() {
    for (theme, depth) in [("dark", Depth::None), ("light", Depth::None), ("dark", Depth::Sixteen)] {
        let look = look(theme, depth);
        let apart = |styles: &[Style]| {
            styles.iter().map(|style| format!("{style:?}")).collect::<HashSet<_>>().len() == styles.len()
        };
        assert!(apart(&[look.text, look.selected, look.title, look.dim, look.conflict]), "{depth:?}");
        assert!(apart(&[look.ok, look.warning, look.error]), "{depth:?}");
        assert!(apart(&[look.agree, look.differ, look.conflict]), "{depth:?}");
        assert!(apart(&[look.preferred, look.recommended, look.avoid, look.needs_data]), "{depth:?}");
        assert!(apart(&[look.kdigo_green, look.kdigo_yellow, look.kdigo_orange, look.kdigo_red]), "{depth:?}");
        assert!(look.selected.add_modifier.contains(Modifier::REVERSED));
        assert!(look.changed.add_modifier.contains(Modifier::UNDERLINED));
    }
    for (role, style) in look("dark", Depth::None).roles() {
        assert_eq!((style.fg, style.bg), (None, None), "{role}");
    }
}

#[test]
fn sixteen_colours_are_the_terminals_own_whatever_the_theme() {
    for theme in Theme::names() {
        assert_eq!(look(theme, Depth::Sixteen), look("terminal", Depth::Sixteen));
        for (role, style) in look(theme, Depth::Sixteen).roles() {
            for colour in [style.fg, style.bg].into_iter().flatten() {
                assert!(!matches!(colour, Color::Rgb(..) | Color::Indexed(_)), "{role}");
            }
            assert_ne!(style.fg, Some(Color::Yellow), "{role}: yellow letters cannot be read on white");
        }
    }
    assert_eq!(look("terminal", Depth::True), look("terminal", Depth::Sixteen));
}

/// How a colour looks to somebody without red or without green cones (Viénot, Brettel and Mollon 1999).
fn seen_without(cones: char, colour: Color) -> [f64; 3] {
    let [r, g, b] = parts(colour).unwrap().map(|part| (f64::from(part) / 255.0).powf(2.2));
    let (long, medium, short) = (
        17.8824 * r + 43.5161 * g + 4.1194 * b,
        3.4557 * r + 27.1554 * g + 3.8671 * b,
        0.02996 * r + 0.18431 * g + 1.467 * b,
    );
    let (long, medium) = if cones == 'p' {
        (2.02344 * medium - 2.52581 * short, medium)
    } else {
        (long, 0.494_207 * long + 1.248_27 * short)
    };
    [
        0.080_944 * long - 0.130_504 * medium + 0.116_721 * short,
        -0.010_248_5 * long + 0.054_019_4 * medium - 0.113_615 * short,
        -0.000_365_294 * long - 0.004_121_63 * medium + 0.693_513 * short,
    ]
    .map(|part| part.clamp(0.0, 1.0).powf(1.0 / 2.2) * 255.0)
}

/// How far apart two colours are for somebody without these cones, 0 to 442.
fn apart(cones: char, one: Color, other: Color) -> f64 {
    let (one, other) = (seen_without(cones, one), seen_without(cones, other));
    one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

/// Shipped themes whose colours are ours to know.
const COLOURED: [&str; 4] = ["dark", "light", "projector", "colour-blind"];

#[test]
fn the_colour_blind_theme_tells_good_from_bad_for_everybody() {
    let look = look("colour-blind", Depth::True);
    let pairs = [
        ("ok, error", look.ok, look.error),
        ("agree, differ", look.agree, look.differ),
        ("recommended, avoid", look.recommended, look.avoid),
        ("ok, warning", look.ok, look.warning),
        ("warning, error", look.warning, look.error),
    ];
    for (pair, one, other) in pairs {
        for cones in ['p', 'd'] {
            let apart = apart(cones, one.fg.unwrap(), other.fg.unwrap());
            assert!(apart > 60.0, "{pair} look alike without {cones} cones: {apart:.0}");
        }
    }
}

/// The colours of the KDIGO grid have no sign of their own.
#[test]
fn the_risks_of_kdigo_are_four_for_everybody_in_every_theme() {
    for theme in COLOURED {
        for depth in [Depth::True, Depth::Indexed] {
            let look = look(theme, depth);
            let risks = [look.kdigo_green, look.kdigo_yellow, look.kdigo_orange, look.kdigo_red];
            for (at, one) in risks.iter().enumerate() {
                for other in &risks[at + 1..] {
                    for cones in ['p', 'd'] {
                        let apart = apart(cones, one.bg.unwrap(), other.bg.unwrap());
                        assert!(apart > 40.0, "{theme} {depth:?} {one:?} {other:?} without {cones}: {apart:.0}");
                    }
                }
            }
        }
    }
}

/// Two meanings are told apart by their sign, by bold and its like, or by colours that everybody tells apart.
#[test]
fn opposite_meanings_never_rest_on_red_and_green_alone() {
    for theme in COLOURED {
        let look = look(theme, Depth::True);
        let pairs = [
            ((mark::OK, look.ok), (mark::FAILED, look.error)),
            ((mark::OK, look.ok), (mark::WARNING, look.warning)),
            ((mark::WARNING, look.warning), (mark::STOP, look.conflict)),
            ((mark::AGREE, look.agree), (mark::DIFFER, look.differ)),
            ((mark::AGREE, look.agree), (mark::CLOSE, look.close)),
            ((mark::CLOSE, look.close), (mark::DIFFER, look.differ)),
            ((mark::RECOMMENDED, look.recommended), (mark::AVOID, look.avoid)),
            ((mark::RECOMMENDED, look.recommended), (mark::PREFERRED, look.preferred)),
            ((mark::OPTION, look.option), (mark::CAUTION, look.caution)),
            ((mark::CAUTION, look.caution), (mark::AVOID, look.avoid)),
            ((mark::SILENT, look.silent), (mark::NEEDS_DATA, look.needs_data)),
            // Words without a sign.
            (("", look.ok), ("", look.error)),
            (("", look.ok), ("", look.warning)),
            (("", look.text), ("", look.error)),
            (("", look.text), ("", look.changed)),
            (("", look.text), ("", look.found)),
        ];
        for ((sign, one), (other_sign, other)) in pairs {
            let by_colour = ['p', 'd'].map(|cones| apart(cones, one.fg.unwrap(), other.fg.unwrap()) > 40.0);
            let is_told = sign != other_sign || one.add_modifier != other.add_modifier || by_colour == [true, true];
            assert!(is_told, "{theme}: {sign} {one:?} and {other_sign} {other:?}");
        }
    }
}

/// What was found is looked at on the ground, in the bar and under the cursor; large figures are bold text.
#[test]
fn what_was_found_stands_out_wherever_it_is_and_large_type_is_read() {
    for (theme, least) in [("dark", 4.5), ("light", 4.5), ("projector", 7.0), ("colour-blind", 4.5)] {
        for depth in [Depth::True, Depth::Indexed] {
            let look = look(theme, depth);
            let under_cursor = look.found.patch(look.selected);
            assert!(contrast(under_cursor.fg.unwrap(), under_cursor.bg.unwrap()) >= least, "{theme} {depth:?}");
            assert_ne!(under_cursor, look.text.patch(look.selected), "{theme} {depth:?}");
            assert_ne!(look.found.add_modifier, look.text.add_modifier, "{theme}: colour alone");
            let large = look.text.add_modifier(Modifier::BOLD);
            assert!(contrast(large.fg.unwrap(), large.bg.unwrap()) >= 7.0, "{theme} {depth:?}");
            assert!(contrast(look.input.fg.unwrap(), look.input.bg.unwrap()) >= least, "{theme} {depth:?}");
        }
    }
}

#[test]
fn depth_is_told_from_the_environment() {
    let depth = |pairs: &[(&str, &str)]| {
        Depth::from_env(|name| pairs.iter().find(|pair| pair.0 == name).map(|pair| pair.1.to_owned()))
    };
    assert_eq!(depth(&[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]), Depth::True);
    assert_eq!(depth(&[("TERM", "xterm-kitty")]), Depth::True);
    assert_eq!(depth(&[("TERM", "xterm-direct")]), Depth::True);
    assert_eq!(depth(&[("TERM", "xterm-256color")]), Depth::Indexed);
    assert_eq!(depth(&[("TERM", "screen-256color"), ("COLORTERM", "truecolor"), ("STY", "12.pts")]), Depth::Indexed);
    assert_eq!(depth(&[("TERM", "xterm")]), Depth::Sixteen);
    assert_eq!(depth(&[("TERM", "linux")]), Depth::Sixteen);
    assert_eq!(depth(&[]), Depth::Sixteen);
    assert_eq!(depth(&[("TERM", "dumb"), ("COLORTERM", "truecolor")]), Depth::None);
    assert_eq!(depth(&[("TERM", "vt220")]), Depth::None);
    assert_eq!(depth(&[("TERM", "xterm-256color"), ("NO_COLOR", "1")]), Depth::None);
    assert_eq!(depth(&[("TERM", "xterm-256color"), ("NO_COLOR", "")]), Depth::Indexed);
}

/// The sixteen colours of a scheme: its background, and one colour for all the rest.
fn colours(indent: &str, foreground: &str) -> String {
    let colour = |index| if index == 0 { "002b36" } else { foreground };
    (0..16).map(|index| format!("{indent}base{index:02X}: \"{}\"", colour(index))).collect::<Vec<_>>().join("\n")
}

/// A scheme in the present form, with one more line.
fn scheme(foreground: &str, more: &str) -> String {
    let colours = colours("  ", &format!("#{foreground}"));
    format!(
        "system: \"base16\"\nname: \"X\"\nslug: \"x\"\nauthor: \"Y\"\nvariant: \"dark\"\npalette:\n{colours}\n{more}"
    )
}

#[test]
fn a_scheme_reads_in_both_forms() {
    let present = Theme::parse(&scheme("93a1a1", "")).unwrap();
    let old = Theme::parse(&format!("scheme: \"X\"\nauthor: \"Y\"\n{}", colours("", "93a1a1"))).unwrap();
    assert_eq!(present, old);
    assert_eq!(present.name, "X");
}

#[test]
fn colours_without_quotes_keep_their_zeros() {
    let quoted = scheme("073642", "");
    assert_eq!(Theme::parse(&quoted.replace(['"', '#'], "")).unwrap(), Theme::parse(&quoted).unwrap());
}

/// Six made-up digits a colour, some of them a number or a power of ten to YAML.
fn digits(index: usize) -> String {
    match index {
        0 => "000000".to_owned(),
        1 => "073642".to_owned(),
        2 => "123e45".to_owned(),
        3 => "5e1234".to_owned(),
        4 => "0000e1".to_owned(),
        _ => ["a", "b", "c"].map(|letter| format!("{letter}{:x}", index % 16)).concat(),
    }
}

fn laid_out(count: usize, indent: &str, write: impl Fn(&str) -> String) -> String {
    let row = |index| format!("{indent}base{index:02X}: {}\n", write(&digits(index)));
    (0..count).map(row).collect()
}

#[test]
fn published_schemes_read_as_they_are() {
    let head = "system: \"base16\"\nname: \"Made Up\"\nslug: \"made-up\"\nauthor: 'A (https://example.org/a), B'\n\
                description: |\n  Two lines,\n  the second: \"quoted\"\nvariant: \"dark\"\n";
    let flat = "scheme: \"Made Up\"\nauthor: \"A (https://example.org/a), B\"\n";
    let quoted =
        Theme::parse(&format!("{head}palette:\n{}", laid_out(16, "  ", |digits| format!("\"#{digits}\"")))).unwrap();
    let files = [
        ("single quotes", format!("{head}palette:\n{}", laid_out(16, "    ", |digits| format!("'#{digits}'")))),
        ("without #", format!("{head}palette:\n{}", laid_out(16, "  ", |digits| format!("\"{digits}\"")))),
        ("capitals", format!("{head}palette:\n{}", laid_out(16, "  ", |it| format!("\"#{}\"", it.to_uppercase())))),
        ("no quotes", format!("{head}palette:\n{}", laid_out(16, "  ", str::to_owned))),
        ("no quotes, capitals", format!("{head}palette:\n{}", laid_out(16, "  ", str::to_uppercase))),
        (
            "comments",
            format!(
                "%YAML 1.2\n---\n# By hand\n{head}palette:\n{}",
                laid_out(16, "  ", |it| format!("\"{it}\" # {it}"))
            ),
        ),
        ("old", format!("{flat}{}", laid_out(16, "", |digits| format!("\"{digits}\"")))),
        ("old, no quotes", format!("{flat}{}", laid_out(16, "", str::to_owned))),
        (
            "old, carriage returns",
            format!("{flat}{}", laid_out(16, "", |it| format!("\"{it}\""))).replace('\n', "\r\n"),
        ),
    ];
    for (what, file) in files {
        assert_eq!(Theme::parse(&file).as_ref(), Ok(&quoted), "{what}:\n{file}");
    }
}

#[test]
fn the_eight_more_of_base24_are_its_own_and_base16_borrows_them() {
    let more = "regards:\n  ok: base14\n";
    let head = "system: base24\nname: Made Up\nauthor: A\nvariant: light\n";
    let ok = |count| {
        let colours = laid_out(count, "  ", |digits| format!("\"#{digits}\""));
        Look::new(&Theme::parse(&format!("{head}palette:\n{colours}{more}")).unwrap(), Depth::True).ok.fg
    };
    assert_eq!(ok(24), Some(Color::Rgb(0xa4, 0xb4, 0xc4)), "its own");
    assert_eq!(ok(16), Some(Color::Rgb(0xab, 0xbb, 0xcb)), "that of base0B");
}

#[test]
fn a_foreign_scheme_is_made_legible() {
    let faint = Look::new(&Theme::parse(&scheme("0a3b46", "")).unwrap(), Depth::True);
    for (role, style) in faint.roles().into_iter().filter(|(role, _)| *role != "border") {
        if let Some(colour) = style.fg {
            let ground = style.bg.or(faint.text.bg).unwrap();
            assert!(contrast(colour, ground) >= 4.5, "{role}");
        }
    }
}

#[test]
fn a_theme_may_set_its_own_roles() {
    let theme = Theme::parse(&scheme("93a1a1", "regards:\n  agree: \"#ffffff on base01 bold\"\n")).unwrap();
    let look = Look::new(&theme, Depth::True);
    assert_eq!(look.agree.bg, Some(Color::Rgb(0x93, 0xa1, 0xa1)));
    assert!(look.agree.add_modifier.contains(Modifier::BOLD));
}

#[test]
fn what_is_wrong_with_a_theme_is_said_in_words() {
    let says = |text: &str, lang| Theme::parse(text).unwrap_err().sentence("my.yaml", words(lang));
    let missing = scheme("93a1a1", "").replace("  base0F: \"#93a1a1\"\n", "");
    assert_eq!(Theme::parse(&missing), Err(ThemeFault::MissingColour("base0F".to_owned())));
    assert!(says(&missing, Lang::En).contains("`base0F`"));
    assert!(says(&scheme("93a1", ""), Lang::Fr).contains("n'est pas une couleur"));
    assert!(says(&scheme("93a1a1", "regards:\n  agre: \"bold\"\n"), Lang::En).contains("the roles are text, dim"));
    assert!(says(&scheme("93a1a1", "regards:\n  agree: \"base99\"\n"), Lang::En).contains("is not a style"));
    assert!(says("[[[", Lang::En).starts_with("The theme my.yaml cannot be read: "));
    assert!(says(&"#".repeat(20_000), Lang::En).contains("too large"));
    let unknown = Theme::shipped("solarised").unwrap_err().sentence("", words(Lang::En));
    assert_eq!(
        unknown,
        "There is no theme `solarised`: choose dark, light, projector, colour-blind, terminal, or give a file."
    );
}

#[test]
fn every_shipped_theme_says_what_it_is() {
    for name in Theme::names() {
        let theme = Theme::shipped(name).unwrap();
        assert!(!theme.name.is_empty() && !theme.author.is_empty());
    }
}

#[test]
fn the_background_is_told_from_what_the_terminal_or_its_environment_says() {
    let env = |written: &str| Ground::from_env(|name| (name == "COLORFGBG").then(|| written.to_owned()));
    let (dark, light) = (Some(Ground::Dark), Some(Ground::Light));
    for (written, expected) in [
        ("15;0", dark),
        ("0;15", light),
        ("12;default;8", dark),
        ("0;7", light),
        ("0;default", None),
        ("7", None),
        ("0;99", None),
    ] {
        assert_eq!(env(written), expected, "{written}");
    }
    for (answer, expected) in [
        ("rgb:ffff/ffff/ffff", light),
        ("rgb:0000/0000/0000", dark),
        ("rgb:1e1e/1e1e/2e2e", dark),
        ("rgb:fd/f6/e3", light),
        ("rgba:fdfd/f6f6/e3e3/ffff", light),
        ("#002b36", dark),
        ("nonsense", None),
        ("", None),
    ] {
        assert_eq!(Ground::from_answer(answer), expected, "{answer}");
    }
    assert_eq!([Ground::Dark.theme(), Ground::Light.theme()].map(|name| Theme::shipped(name).is_ok()), [true, true]);
}
