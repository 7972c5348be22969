use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Drawing, wall};
use crate::app::{Command, Listed, Place};
use crate::domain::Interest;
use crate::meeting::session::{Attendee, Stage};
use crate::text::words;
use crate::view::cells::{print_wrapped, width};
use crate::view::keys::key_of;
use crate::view::mark;
use crate::view::table::{Column, Cursor, Table};

impl Drawing<'_> {
    /// The attendance sheet; below it those of past meetings, greyed.
    pub(super) fn sheet(&self, area: Rect, with_cursor: bool, buffer: &mut Buffer) {
        let words = words(self.state.lang);
        let say = &words.meeting;
        let listed = self.state.listed();
        if listed.is_empty() {
            if self.state.session.stage != Stage::Planned {
                let key = |command| key_of(&self.state.keys, Place::Meeting, command);
                let said = (say.nobody)(&key(Command::AddPerson), &key(Command::AsLastTime));
                print_wrapped(buffer, area, &Line::from(Span::styled(said, self.look.dim)));
            }
            return;
        }
        let on_sheet = self.state.session.people.len();
        let mut rows: Vec<Vec<Line>> = listed.iter().map(|one| self.row(*one)).collect();
        let parted = on_sheet < rows.len();
        if parted {
            let title = Line::from(Span::styled(format!("— {} —", say.known), self.look.dim));
            rows.insert(on_sheet, vec![Line::default(), title]);
        }
        let row = self.screen.selected + usize::from(parted && self.screen.selected >= on_sheet);
        let cursor = with_cursor.then_some(Cursor { row, column: None });
        let there = self.state.session.people.iter().filter(|one| one.is_there()).count();
        let heads = [
            String::new(),
            (say.there)(there),
            say.specialty.to_owned(),
            say.role.to_owned(),
            say.presence.to_owned(),
            say.here.to_owned(),
        ];
        let mut heads: Vec<Line> = heads.into_iter().map(Line::raw).collect();
        heads.push(Line::raw(format!("{}, {}", say.takes_no_part, say.interest)));
        let columns = self.columns(&listed, &heads);
        Table { columns: &columns, heads: &heads, rows: &rows, cursor, most_lines: 1, most_at_cursor: 2 }
            .draw(self.look, area, buffer);
    }

    fn columns(&self, listed: &[Listed<'_>], heads: &[Line<'_>]) -> Vec<Column> {
        let words = words(self.state.lang);
        let widest = |head: usize, of: &dyn Fn(&Listed<'_>) -> usize| {
            let head = heads.get(head).map_or(0, |line| crate::view::cells::line_width(line));
            u16::try_from(listed.iter().map(of).max().unwrap_or(0).max(head)).unwrap_or(u16::MAX)
        };
        let centre = |one: &Listed<'_>| one.person().centre.as_deref().map_or(0, |centre| width(centre) + 3);
        let name = widest(1, &|one| width(&one.person().name) + centre(one));
        let specialty = widest(2, &|one| width(words.label(one.person().specialty)));
        let role = widest(3, &|one| width(words.label(one.person().role)));
        vec![
            Column::fixed(1, 0),
            Column::growing(name.min(18), name, 0),
            Column::growing(specialty.min(14), specialty, 1),
            Column::fixed(role, 4),
            Column::fixed(12, 2),
            Column::fixed(14, 5),
            Column::growing(14, u16::MAX, 3),
        ]
    }

    fn row(&self, one: Listed<'_>) -> Vec<Line<'static>> {
        let words = words(self.state.lang);
        let (sign, sign_style, style) = match one {
            Listed::OnSheet(attendee) if attendee.is_there() => (mark::OK, self.look.ok, Style::default()),
            Listed::OnSheet(_) => (mark::AVOID, self.look.dim, self.look.dim),
            Listed::Known(_) => (mark::NOT_APPLICABLE, self.look.dim, self.look.dim),
        };
        let person = one.person();
        let centre = person.centre.as_deref().map(|centre| format!(" ({centre})")).unwrap_or_default();
        let mut cells = vec![
            Line::from(Span::styled(sign, sign_style)),
            Line::from(vec![Span::styled(person.name.clone(), style), Span::styled(centre, self.look.dim)]),
            Line::from(Span::styled(words.label(person.specialty), style)),
            Line::from(Span::styled(words.label(person.role), style)),
        ];
        if let Listed::OnSheet(attendee) = one {
            let presence = if attendee.is_there() { words.label(attendee.presence) } else { "" };
            cells.push(Line::from(Span::styled(presence, style)));
            cells.push(Line::from(Span::styled(self.stay(attendee), style)));
            cells.push(self.notes(attendee));
        }
        cells
    }

    /// Since when, or until when, they were there.
    fn stay(&self, attendee: &Attendee) -> String {
        let say = &words(self.state.lang).meeting;
        let last = attendee.stays.last();
        match last.and_then(|stay| stay.to) {
            Some(left) => (say.left_at)(&wall::time(self.state, left)),
            None => last.map_or_else(String::new, |stay| (say.came_at)(&wall::time(self.state, stay.from))),
        }
    }

    /// The cases they take no part in, and the interests they declared.
    fn notes(&self, attendee: &Attendee) -> Line<'static> {
        let words = words(self.state.lang);
        let recused: Vec<String> = attendee.recused.iter().map(ToString::to_string).collect();
        let mut parts = Vec::new();
        if !recused.is_empty() {
            parts.push(Span::styled((words.meeting.recused_from)(&recused.join(", ")), self.look.warning));
        }
        for (interest, said) in &attendee.interests {
            let is_told = !said.is_empty() && !self.state.masked;
            let said = if is_told { format!(", {said}") } else { String::new() };
            let style = if *interest == Interest::None { self.look.dim } else { self.look.caution };
            parts.push(Span::styled(format!("{}{said}", words.label(*interest)), style));
        }
        let parts = parts.into_iter().enumerate().flat_map(|(at, part)| {
            let gap = if at > 0 { " · " } else { "" };
            [Span::styled(gap, self.look.dim), part]
        });
        Line::from(parts.filter(|span| !span.content.is_empty()).collect::<Vec<_>>())
    }
}
