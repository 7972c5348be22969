use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use regards::view::cells::{pad, print, print_wrapped, truncate, width, wrap, wrap_line};

#[test]
fn what_does_not_fit_gives_way_to_an_ellipsis() {
    assert_eq!(truncate("Classe V pure", 13), "Classe V pure");
    assert_eq!(truncate("Classe V pure", 9), "Classe V…");
    assert_eq!(truncate("Classe V pure", 1), "…");
    assert_eq!(truncate("Classe V pure", 0), "");
}

#[test]
fn letters_are_never_split() {
    let decomposed = "e\u{301}te\u{301} 2026";
    assert_eq!(width(decomposed), 8);
    assert_eq!(truncate(decomposed, 4), "e\u{301}te\u{301}…");
    assert_eq!(width("狼瘡"), 4);
    assert_eq!(truncate("狼瘡性腎炎", 5), "狼瘡…");
    assert_eq!(truncate("狼瘡性腎炎", 4), "狼…");
}

#[test]
fn padding_counts_cells() {
    assert_eq!(pad("été", 5, Alignment::Left), "été  ");
    assert_eq!(pad("狼瘡", 7, Alignment::Right), "   狼瘡");
    assert_eq!(pad("ab", 5, Alignment::Center), " ab  ");
    assert_eq!(pad("MMF+BELI", 5, Alignment::Left), "…    ", "half of a regimen is another regimen");
}

#[test]
fn words_wrap_at_spaces_but_not_at_hard_ones() {
    assert_eq!(wrap("faut-il immunosupprimer\u{a0}?", 16), ["faut-il", "immunosupprimer", "?"]);
    assert_eq!(wrap("objectif < 0,7\u{a0}g/g à douze mois", 14), ["objectif <", "0,7\u{a0}g/g à", "douze mois"]);
    assert_eq!(
        wrap("ou ◌\u{a0}MMF*+CNI\u{a0}(VOC\u{a0}TAC*\u{a0}CsA*)", 23),
        ["ou ◌\u{a0}MMF*+CNI\u{a0}(VOC\u{a0}TAC*", "CsA*)"],
        "what is longer than a row breaks between its words, not in one"
    );
    assert_eq!(wrap("◌\u{a0}anticonstitution", 10), ["◌\u{a0}anticons", "titution"], "a mark is not left alone");
    assert_eq!(wrap("un\n\ndeux trois", 20), ["un", "", "deux trois"]);
    assert_eq!(wrap("anticonstitutionnellement", 10), ["anticonsti", "tutionnell", "ement"]);
    assert_eq!(wrap("a", 0), Vec::<String>::new());
}

#[test]
fn a_wrapped_line_keeps_its_styles() {
    let bold = Style::new().add_modifier(Modifier::BOLD);
    let line = Line::from(vec![Span::raw("commun "), Span::styled("MMF + CNI", bold)]);
    let lines = wrap_line(&line, 12);
    assert_eq!(lines.len(), 2);
    assert_eq!(
        lines[0].spans,
        vec![Span::raw("commun "), Span::styled("MMF", bold), Span::styled(" +", bold)][..]
            .to_vec()
            .into_iter()
            .fold(Vec::new(), joined)
    );
    assert_eq!(lines[1].spans, [Span::styled("CNI", bold)]);
}

fn joined(mut spans: Vec<Span<'static>>, next: Span<'static>) -> Vec<Span<'static>> {
    match spans.last_mut() {
        Some(last) if last.style == next.style => last.content.to_mut().push_str(&next.content),
        _ => spans.push(next),
    }
    spans
}

#[test]
fn a_text_that_goes_on_says_so_in_its_last_row() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 2));
    let rows = print_wrapped(&mut buffer, Rect::new(0, 0, 8, 2), &Line::raw("un deux trois quatre cinq"));
    assert_eq!(rows, 2);
    assert_eq!(buffer, Buffer::with_lines(["un deux ", "trois…  "]));
}

#[test]
fn nothing_is_written_outside_the_buffer() {
    let mut buffer = Buffer::empty(Rect::new(2, 2, 4, 1));
    for (x, y) in [(0, 2), (2, 1), (2, 3), (6, 2), (u16::MAX, u16::MAX)] {
        assert_eq!(print(&mut buffer, x, y, 9, "words", Style::new()), 0);
    }
    assert_eq!(print(&mut buffer, 2, 2, u16::MAX, "words", Style::new()), 4);
    assert_eq!(buffer[(5, 2)].symbol(), "…");
}

/// What is left of a text that is cut says nothing that the whole does not say.
#[test]
fn no_cut_ends_in_a_dose_a_sign_or_a_negation() {
    let whole = "MMF 2 g/j si UPCR ≥ 0,5 g/g, pas d'immunosuppression, prednisone ≤ 32,5\u{a0}mg/j (≤ 0,5\u{a0}mg/kg/j) avant le 12/01/2027 \
                 et classe III + V";
    let ends = ["MMF", "g/j", "UPCR", "g/g", "d'immunosuppression", "prednisone", "mg/j", "mg/kg/j)", "classe"];
    for cells in 0..width(whole) {
        let cut = truncate(whole, cells);
        assert!(width(&cut) <= cells, "{cut}");
        let said = cut.trim_end_matches('…');
        assert!(said.is_empty() || ends.iter().any(|end| said.ends_with(end)), "{cut}");
        assert!(whole.starts_with(said), "{cut}");
    }
}

proptest! {
    #[test]
    fn no_text_is_obeyed_or_wider_than_its_cells(text in any::<String>(), cells in 0_usize..40) {
        let fitting = truncate(&text, cells);
        prop_assert!(width(&fitting) <= cells);
        prop_assert!(!fitting.contains(char::is_control));
        prop_assert!(wrap(&text, cells).iter().all(|line| width(line) <= cells));
        prop_assert_eq!(width(&pad(&text, cells, Alignment::Center)), cells);
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        print(&mut buffer, 3, 0, 12, &text, Style::new());
        for cell in &buffer.content {
            prop_assert!(!cell.symbol().contains(char::is_control));
            let is_reversed = cell.symbol().contains('\u{202e}');
            prop_assert!(!is_reversed);
        }
        for x in (0..3).chain(15..20) {
            prop_assert_eq!(buffer[(x, 0)].symbol(), " ");
        }
    }
}
