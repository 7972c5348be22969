//! What a key costs before anything is written: each screen drawn at three sizes, and the state brought up to date.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, dead_code)]

#[path = "../tests/it/picture.rs"]
mod picture;
#[path = "../tests/it/scene.rs"]
mod scene;
#[path = "../tests/it/view/scenes.rs"]
mod scenes;

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Paragraph, Widget};
use regards::app::{Action, State, update};
use regards::text::Lang;
use regards::view;

use scene::{day, held, look, press, replayed, room};
use scenes::{SCENES, activity, case, precedents, why};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (160, 45)];

/// The keys that lead from the agenda to a screen.
const WAYS: [(&str, &str); 5] = [
    ("figures", "/006<enter><enter><tab>"),
    ("curves", "/006<enter><enter>t"),
    ("taper", "/001<enter><enter>r"),
    ("resources", "/006<enter><enter>i"),
    ("new case", "n"),
];

/// Every screen by its name.
fn screens() -> Vec<(&'static str, State)> {
    let lang = Lang::Fr;
    let mut screens: Vec<(&str, State)> = SCENES.iter().map(|(name, scene)| (*name, scene(lang))).collect();
    screens.extend([("case", case(lang)), ("why", why(lang)), ("statistics", activity(lang))]);
    screens.extend([("precedents", precedents(lang)), ("meeting", held(lang).0)]);
    screens.extend(WAYS.map(|(name, keys)| {
        let mut state = room(lang);
        press(&mut state, keys);
        (name, state)
    }));
    let mut replay = room(lang);
    update(&mut replay, Action::Replay(day("2026-11-26"), replayed().map(Box::new)));
    screens.push(("replay", replay));
    screens
}

fn draw(criterion: &mut Criterion) {
    let screens = screens();
    for (width, height) in SIZES {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        let mut group = criterion.benchmark_group(format!("draw {width}x{height}"));
        let line = "mycophénolate mofétil 2 g/j ".repeat(usize::from(width) / 28 + 1);
        let full = vec![line; usize::from(height)].join("\n");
        group.bench_function("floor: ratatui, a full screen of plain text", |bencher| {
            bencher.iter(|| {
                buffer.reset();
                Paragraph::new(full.as_str()).render(area, black_box(&mut buffer));
            });
        });
        for (name, state) in &screens {
            let mut state = state.clone();
            update(&mut state, Action::Resized(width, height));
            group.bench_function(*name, |bencher| {
                bencher.iter(|| {
                    buffer.reset();
                    view::draw(&state, &look(), area, black_box(&mut buffer))
                });
            });
        }
        group.finish();
    }
}

/// A key, and the one that takes it back.
fn keys(criterion: &mut Criterion) {
    let form = || {
        let mut state = room(Lang::Fr);
        press(&mut state, "/003<enter>d<down><tab>");
        state
    };
    let mut group = criterion.benchmark_group("update, a key and back");
    let agenda = || room(Lang::Fr);
    let table = || case(Lang::Fr);
    let begun: [(&str, &dyn Fn() -> State, &str); 6] = [
        ("agenda, cursor", &agenda, "<down><up>"),
        ("agenda, a case opened", &agenda, "<enter><esc>"),
        ("case, cursor", &table, "<down><up>"),
        ("case, next case", &table, "nN"),
        ("case, why", &table, "<enter><esc>"),
        ("decision, a letter of its lines", &form, "a<back>"),
    ];
    for (name, begin, there_and_back) in begun {
        let mut state = begin();
        group.bench_function(name, |bencher| bencher.iter(|| press(&mut state, black_box(there_and_back))));
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(500))
        .sample_size(20);
    targets = draw, keys
}
criterion_main!(benches);
