use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use regards::text::{Lang, words};
use regards::view::table::{Column, Cursor, Table, widths, window};
use regards::view::{Depth, Look, Theme};

use crate::picture::picture;

const QUEUE: [Column; 5] = [
    Column::fixed(3, 0).right(),
    Column::growing(6, 11, 1),
    Column::fixed(6, 3),
    Column::fixed(5, 4).right(),
    Column::growing(10, u16::MAX, 2),
];

#[test]
fn what_matters_least_goes_first() {
    assert_eq!(widths(&QUEUE, 60), [3, 11, 6, 5, 31]);
    assert_eq!(widths(&QUEUE, 34), [3, 6, 6, 5, 10]);
    assert_eq!(widths(&QUEUE, 33), [3, 11, 6, 0, 10]);
    assert_eq!(widths(&QUEUE, 21), [3, 6, 0, 0, 10]);
    assert_eq!(widths(&QUEUE, 10), [3, 6, 0, 0, 0]);
    assert_eq!(widths(&QUEUE, 0), [0; 5]);
}

#[test]
fn equals_share_evenly() {
    let columns = [Column::growing(8, 20, 0), Column::growing(10, u16::MAX, 1), Column::growing(10, u16::MAX, 1)];
    assert_eq!(widths(&columns, 63), [20, 21, 20]);
}

#[test]
fn the_window_keeps_the_selected_row_in_sight() {
    assert_eq!(window(0, 100, 10), 0..10);
    assert_eq!(window(50, 100, 10), 45..55);
    assert_eq!(window(99, 100, 10), 90..100);
    assert_eq!(window(2, 3, 10), 0..3);
    assert_eq!(window(0, 0, 10), 0..0);
}

proptest! {
    #[test]
    fn columns_never_exceed_the_width(cells in 0_u16..300) {
        let widths = widths(&QUEUE, cells);
        let shown = widths.iter().filter(|width| **width > 0).count();
        let sum: u16 = widths.iter().sum();
        prop_assert!(usize::from(sum) + shown.saturating_sub(1) <= usize::from(cells));
    }

    #[test]
    fn the_cursor_is_always_in_sight(heights in prop::collection::vec(1_usize..5, 1..30), row in 0_usize..30, height in 3_u16..20) {
        let row = row % heights.len();
        let rows: Vec<Vec<Line>> = heights.iter().map(|lines| vec![Line::raw("mot ".repeat(*lines))]).collect();
        let columns = [Column::fixed(4, 0)];
        let cursor = Some(Cursor { row, column: None });
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, height));
        let look = Look::new(&Theme::shipped("dark").unwrap(), Depth::None);
        let table = Table { columns: &columns, heads: &[], rows: &rows, cursor, most_lines: 4, most_at_cursor: 4 };
        let shown = table.draw(&look, buffer.area, &mut buffer);
        prop_assert!(shown.contains(&row));
        let marked = buffer.content.iter().filter(|cell| cell.style().add_modifier == look.selected.add_modifier).count();
        prop_assert_eq!(marked, usize::from(height).min(heights[row]) * 4);
    }
}

/// The queue at a width, in a language.
fn queue(lang: Lang, width: u16, depth: Depth) -> String {
    let look = Look::new(&Theme::shipped("dark").unwrap(), depth);
    let words = &words(lang).queue;
    let number = if lang == Lang::Fr { "N°" } else { "No" };
    let heads = [number, words.case, words.class, words.upcr, words.question].map(Line::raw);
    let row =
        |number: &'static str, case: &'static str, class: &'static str, upcr: &'static str, question: &'static str| {
            [number, case, class, upcr, question].map(Line::raw).to_vec()
        };
    let mut rows = vec![
        row("1", "LN-2026-001", "IV", "1,8", "Première poussée, atteinte articulaire\u{a0}: quel schéma\u{a0}?"),
        row("2", "LN-2026-006", "V", "1,6", "Classe V pure à 1,6\u{a0}g/g sous IEC maximal"),
        row("3", "LN-2026-007", "III+V", "–", "Pas de \u{1b}[31mrouge ici"),
    ];
    rows[2][2] = Line::from(Span::styled("III+V", look.caution));
    let table = Table {
        columns: &QUEUE,
        heads: &heads,
        rows: &rows,
        cursor: Some(Cursor { row: 1, column: None }),
        most_lines: 1,
        most_at_cursor: 1,
    };
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, 4));
    buffer.set_style(buffer.area, look.text);
    table.draw(&look, buffer.area, &mut buffer);
    picture(&buffer)
}

#[test]
fn the_queue_wide_in_french() {
    insta::assert_snapshot!(queue(Lang::Fr, 64, Depth::True));
}

#[test]
fn the_queue_narrow_in_english_without_colour() {
    insta::assert_snapshot!(queue(Lang::En, 28, Depth::None));
}

#[test]
fn rows_wrap_and_the_cursor_lies_on_one_cell() {
    let look = Look::new(&Theme::shipped("projector").unwrap(), Depth::Sixteen);
    let columns = [Column::fixed(9, 0), Column::growing(10, 40, 1), Column::growing(10, 40, 1)];
    let rows = vec![
        vec![Line::raw("Initial"), Line::raw("● association"), Line::raw("○ pas d'IS rénal sans syndrome néphrotique")],
        vec![
            Line::raw("Objectif"),
            Line::styled("< 0,7\u{a0}g/g", look.agree),
            Line::styled("< 0,5\u{a0}g/g", look.differ),
        ],
    ];
    let cursor = Some(Cursor { row: 0, column: Some(2) });
    let table = Table { columns: &columns, heads: &[], rows: &rows, cursor, most_lines: 3, most_at_cursor: 3 };
    let mut buffer = Buffer::empty(Rect::new(0, 0, 44, 5));
    table.draw(&look, buffer.area, &mut buffer);
    insta::assert_snapshot!(picture(&buffer));
}
