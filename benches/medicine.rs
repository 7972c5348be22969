//! From a case file to what the guidelines say: the YAML, the facts, the table; the twelve shipped cases each time.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use regards::app::Entry;
use regards::domain::{Case, Day};
use regards::knowledge::{Country, Facts, Library, facts, side_by_side};
use regards::read::{self, CaseFile};
use serde::de::IgnoredAny;

fn texts() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

fn parse(criterion: &mut Criterion, texts: &[Vec<u8>], today: Day) {
    let mut group = criterion.benchmark_group("parse twelve cases");
    group.throughput(Throughput::Bytes(texts.iter().map(|text| text.len() as u64).sum()));
    group.bench_function("floor: the YAML parser, all thrown away", |bencher| {
        bencher.iter(|| texts.iter().for_each(|text| assert!(serde_yaml::from_slice::<IgnoredAny>(text).is_ok())));
    });
    group.bench_function("floor: the YAML parser, to a tree of values", |bencher| {
        bencher.iter(|| texts.iter().for_each(|text| drop(serde_yaml::from_slice::<serde_yaml::Value>(text).unwrap())));
    });
    group.bench_function("cases with every remark", |bencher| {
        bencher.iter(|| texts.iter().for_each(|text| drop(black_box(read::case(text, today)))));
    });
    group.finish();
}

fn judge(criterion: &mut Criterion, texts: &[Vec<u8>], today: Day) {
    let library = Library::shipped();
    // Its content is parsed when it is first asked for.
    assert!(library.faults().is_empty());
    let cases: Vec<Case> = texts.iter().map(|text| read::case(text, today).value.unwrap()).collect();
    let known: Vec<Facts> = cases.iter().map(|case| facts(case, today)).collect();
    let mut group = criterion.benchmark_group("judge twelve cases");
    group.bench_function("facts", |bencher| {
        bencher.iter(|| cases.iter().for_each(|case| drop(black_box(facts(case, today)))));
    });
    group.bench_function("all guidelines", |bencher| {
        bencher.iter(|| known.iter().for_each(|one| drop(black_box(side_by_side(&library, one, Country::France)))));
    });
    group.bench_function("from the file to the row of the agenda", |bencher| {
        let row = |text: &Vec<u8>| Entry::new(CaseFile::new("a.yaml".into(), text, today), today, Some(&library));
        bencher.iter(|| texts.iter().for_each(|text| drop(black_box(row(text)))));
    });
    group.bench_function("read the shipped guidelines", |bencher| {
        bencher.iter(|| assert!(Library::shipped().faults().is_empty()));
    });
    group.finish();
}

fn medicine(criterion: &mut Criterion) {
    let (texts, today) = (texts(), "2026-11-23".parse().unwrap());
    parse(criterion, &texts, today);
    judge(criterion, &texts, today);
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(3)).sample_size(50);
    targets = medicine
}
criterion_main!(benches);
