use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use regards::domain::Day;
use regards::text::Lang;
use regards::view::chart::{Chart, Series, Target};
use regards::view::{Depth, Look, Theme};
use regards::wording::sparkline::sparkline;

use crate::picture::picture;

fn points(written: &[(&str, f64)]) -> Vec<(Day, f64)> {
    written.iter().map(|(day, value)| (day.parse().unwrap(), *value)).collect()
}

fn upcr() -> Vec<(Day, f64)> {
    points(&[
        ("2024-11-12", 3.2),
        ("2025-02-03", 2.4),
        ("2025-05-06", 1.4),
        ("2025-08-20", 0.9),
        ("2025-11-03", 1.9),
        ("2026-02-10", 1.6),
    ])
}

fn drawn(points: &[(Day, f64)], width: u16, height: u16, lang: Lang, depth: Depth) -> Buffer {
    let look = Look::new(&Theme::shipped("dark").unwrap(), depth);
    let targets = match lang {
        Lang::Fr => [Target { value: 0.7, label: "< 0,7 EULAR" }, Target { value: 0.5, label: "< 0,5 ACR" }],
        Lang::En => [Target { value: 0.7, label: "< 0.7 EULAR" }, Target { value: 0.5, label: "< 0.5 ACR" }],
    };
    let chart = Chart {
        series: &[Series { points, style: look.series(0) }],
        targets: &targets,
        unit: "g/g",
        decimals: 1,
        span: None,
        gap: 200,
        from_zero: true,
        lang,
    };
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    chart.draw(&look, buffer.area, &mut buffer);
    buffer
}

#[test]
fn a_large_chart_in_french() {
    insta::assert_snapshot!(picture(&drawn(&upcr(), 100, 15, Lang::Fr, Depth::True)));
}

#[test]
fn a_small_chart_in_french() {
    insta::assert_snapshot!(picture(&drawn(&upcr(), 20, 5, Lang::Fr, Depth::True)));
}

#[test]
fn a_large_chart_in_english_with_a_gap() {
    let mut with_gap = upcr();
    with_gap.remove(3);
    with_gap.push(("2025-07-01".parse().unwrap(), f64::NAN));
    insta::assert_snapshot!(picture(&drawn(&with_gap, 60, 10, Lang::En, Depth::None)));
}

#[test]
fn a_small_chart_in_english() {
    insta::assert_snapshot!(picture(&drawn(&upcr(), 24, 6, Lang::En, Depth::Sixteen)));
}

#[test]
fn no_value_is_said_in_words() {
    let text = |lang, points: &[(Day, f64)]| picture(&drawn(points, 20, 5, lang, Depth::None));
    assert!(text(Lang::Fr, &[]).starts_with("pas de donnée\n"));
    assert!(text(Lang::En, &points(&[("2026-01-01", f64::NAN)])).starts_with("no data\n"));
}

#[test]
fn one_value_stands_in_the_middle_with_its_figure() {
    let buffer = drawn(&points(&[("2026-01-10", 1.6)]), 30, 9, Lang::Fr, Depth::None);
    let text = picture(&buffer);
    assert!(text.contains('•') && text.contains("1,6"), "{text}");
}

#[test]
fn no_size_and_no_value_is_too_much() {
    let wild =
        points(&[("2024-01-01", -1e300), ("2025-01-01", 1e300), ("2025-01-02", 1e-300), ("1900-01-01", f64::MAX)]);
    let flat = points(&[("2024-01-01", 0.0), ("2025-01-01", 0.0)]);
    for width in 0..40 {
        for height in 0..20 {
            for points in [&wild, &flat, &upcr()] {
                drawn(points, width, height, Lang::Fr, Depth::True);
            }
        }
    }
}

#[test]
fn a_sparkline_is_spaced_by_time() {
    let rising = points(&[("2025-01-01", 1.0), ("2025-04-01", 2.0), ("2025-07-01", 3.0), ("2025-10-01", 4.0)]);
    assert_eq!(sparkline(&rising, 4, 400), "⣀⣤⣶⣿");
    let late = points(&[("2025-01-01", 1.0), ("2025-09-01", 1.0), ("2025-10-01", 4.0)]);
    assert_eq!(sparkline(&late, 8, 400), "⣀⣀⣀⣀⣀⣀⣀⣼");
    let gap = points(&[("2025-01-01", 1.0), ("2025-02-01", 2.0), ("2025-12-01", 4.0), ("2026-01-01", 1.0)]);
    assert_eq!(sparkline(&gap, 9, 100).chars().filter(|c| *c == ' ').count(), 7);
}

#[test]
fn a_sparkline_has_its_width_whatever_it_is_given() {
    assert_eq!(sparkline(&[], 5, 100), "     ");
    assert_eq!(sparkline(&points(&[("2025-01-01", 2.0)]), 1, 100).chars().count(), 1);
    for cells in 0..10 {
        assert_eq!(sparkline(&upcr(), cells, 100).chars().count(), cells);
        assert_eq!(sparkline(&points(&[("2025-01-01", f64::NAN)]), cells, 100).chars().count(), cells);
    }
}
