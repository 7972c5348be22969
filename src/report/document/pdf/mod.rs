//! The document on A4 pages: laid out here, written by krilla. The fonts are within, whatever the reader has.

mod face;
mod flow;
mod grid;

use chrono::{Datelike, Timelike};
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke, StrokeDash};
use krilla::surface::Surface;

use super::{Document, Unmade};
use face::Faces;
use flow::{FOOT, HEAD, HEIGHT, LEFT, Mark, RIGHT, WIDTH};

/// Size of what stands on top and at the foot of every page, in points.
const SMALL: f32 = 7.2;

/// How many pages it takes.
pub(super) fn pages(document: &Document) -> Result<usize, Unmade> {
    Ok(flow::pages(document, &Faces::read()?).len())
}

/// The document as a PDF.
pub(super) fn pdf(document: &Document) -> Result<Vec<u8>, Unmade> {
    let faces = Faces::read()?;
    let pages = flow::pages(document, &faces);
    let mut file = krilla::Document::new();
    file.set_metadata(metadata(document));
    for (place, marks) in (1..).zip(&pages) {
        let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or(Unmade::Font)?;
        let mut page = file.start_page_with(settings);
        let mut surface = page.surface();
        let frame = frame(document, &faces, place, pages.len());
        for mark in frame.iter().chain(marks) {
            draw(&mut surface, &faces, mark);
        }
        surface.finish();
        page.finish();
    }
    file.finish().map_err(|error| Unmade::Pdf(format!("{error:?}")))
}

/// No clock and no drawn id: the moment is the decision's own.
fn metadata(document: &Document) -> Metadata {
    let at = document.at;
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let moment = DateTime::new(u16::try_from(at.year()).unwrap_or_default())
        .month(small(at.month()))
        .day(small(at.day()))
        .hour(small(at.hour()))
        .minute(small(at.minute()))
        .second(small(at.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    Metadata::new()
        .title(document.name.clone())
        .description(document.stamp.clone())
        .language(document.lang.code().to_owned())
        .creator("regards".to_owned())
        .document_id(document.foot.clone())
        .creation_date(moment)
}

/// On top: what it is, what state it is in. At the foot: of which decision, which page.
fn frame(document: &Document, faces: &Faces, page: usize, pages: usize) -> Vec<Mark> {
    let mut marks = Vec::new();
    let caution = document.caution.as_ref().map(|caution| format!("{caution} · ")).unwrap_or_default();
    let stamp = faces.of(false).width(&document.stamp, SMALL);
    let room = RIGHT - LEFT - stamp - 12.0;
    let name = faces.of(true).wrap(&format!("{caution}{}", document.name), SMALL, room);
    marks.push(Mark::text(LEFT, HEAD, SMALL, true, name.into_iter().next().unwrap_or_default()));
    marks.push(Mark::text(RIGHT - stamp, HEAD, SMALL, false, document.stamp.clone()));
    marks.push(Mark::line((LEFT, HEAD + 4.0), (RIGHT, HEAD + 4.0), 0.5));
    let said = document.page_said(page, pages);
    let width = faces.of(false).width(&said, SMALL);
    let foot = faces.of(false).wrap(&document.foot, SMALL, RIGHT - LEFT - width - 12.0);
    marks.push(Mark::text(LEFT, FOOT, SMALL, false, foot.into_iter().next().unwrap_or_default()));
    marks.push(Mark::text(RIGHT - width, FOOT, SMALL, true, said));
    marks
}

fn draw(surface: &mut Surface<'_>, faces: &Faces, mark: &Mark) {
    match mark {
        Mark::Text { x, y, size, bold, text } => {
            let face = faces.of(*bold);
            surface.set_stroke(None);
            surface.set_fill(Some(ink(0)));
            let start = Point::from_xy(*x, *y);
            surface.draw_glyphs(start, &face.glyphs(text), face.font.clone(), text, *size, false);
        }
        Mark::Fill { x, y, width, height, grey } => {
            surface.set_stroke(None);
            surface.set_fill(Some(ink(*grey)));
            let Some(rect) = Rect::from_xywh(*x, *y, *width, *height) else { return };
            let mut path = PathBuilder::new();
            path.push_rect(rect);
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
        Mark::Line { points, width, dashed } => {
            surface.set_fill(None);
            let dash = dashed.then(|| StrokeDash { array: vec![3.0, 2.0], offset: 0.0 });
            let paint = rgb::Color::new(0, 0, 0).into();
            surface.set_stroke(Some(Stroke { paint, width: *width, dash, ..Stroke::default() }));
            if let Some(path) = through(points) {
                surface.draw_path(&path);
            }
        }
    }
}

fn through(points: &[(f32, f32)]) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (first, rest) = points.split_first()?;
    path.move_to(first.0, first.1);
    for (x, y) in rest {
        path.line_to(*x, *y);
    }
    path.finish()
}

/// A shade of grey, 0 black.
fn ink(grey: u8) -> Fill {
    Fill { paint: rgb::Color::new(grey, grey, grey).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}
