//! The terminal taken and given back, whatever happens between.

use std::fmt;
use std::io::{self, BufWriter, Stdout, Write};
use std::mem::ManuallyDrop;

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{Command, cursor, execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use crate::app::{Drawn, State};
use crate::view::{self, Kept, Look};

/// One frame is written in one go.
const FRAME_BYTES: usize = 64 * 1024;

/// Exit code of a panic.
const PANICKED: i32 = 101;

/// The terminal while the program owns it; given back when dropped.
pub struct Screen {
    /// Never dropped: when the terminal is gone, ratatui's own farewell would complain on a stream that is gone too.
    terminal: ManuallyDrop<Terminal<CrosstermBackend<BufWriter<Stdout>>>>,
    /// Whether what the terminal shows is not what was drawn.
    is_unsure: bool,
    /// What the next frame may take over from the last one.
    kept: Kept,
    /// Whether clicks and the wheel are listened to.
    mouse: bool,
}

impl Screen {
    /// Takes the terminal, and its mouse where asked. A panic gives it back before it is reported.
    ///
    /// # Errors
    /// When the terminal refuses.
    pub fn take(mouse: bool) -> io::Result<Self> {
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            give_back();
            hook(info);
            // A worker that panicked must not leave a program behind that draws on a terminal given back. Every key
            // is in the ledger already.
            std::process::exit(PANICKED);
        }));
        enter(mouse)?;
        Ok(Self { terminal: ManuallyDrop::new(fresh()?), is_unsure: false, kept: Kept::default(), mouse })
    }

    /// Columns and rows.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.terminal.size()?;
        Ok((size.width, size.height))
    }

    /// The terminal had another size for a while, and may have lost what stood beyond it even if it is as large as before.
    pub fn was_resized(&mut self) {
        self.is_unsure = true;
    }

    /// Draws the state; tells how far its screen can be scrolled, and what of it answers the mouse.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, state: &State, look: &Look) -> io::Result<Drawn> {
        let mut drawn = Drawn::default();
        let kept = &mut self.kept;
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        if std::mem::take(&mut self.is_unsure) {
            let size = self.terminal.size()?;
            self.terminal.resize(size.into())?;
        }
        self.terminal.draw(|frame| {
            let area = frame.area();
            drawn = view::draw_again(kept, state, look, area, frame.buffer_mut());
        })?;
        queue!(self.terminal.backend_mut(), EndSynchronizedUpdate)?;
        io::Write::flush(self.terminal.backend_mut())?;
        Ok(drawn)
    }

    /// Leaves the terminal to another program while `other` runs.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn lend<T>(&mut self, other: impl FnOnce() -> T) -> io::Result<T> {
        give_back();
        let result = other();
        enter(self.mouse)?;
        // Clearing the old one would ask the terminal where its cursor is, and fail where no answer comes in time.
        execute!(io::stdout(), Clear(ClearType::All))?;
        self.terminal = ManuallyDrop::new(fresh()?);
        Ok(result)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

fn fresh() -> io::Result<Terminal<CrosstermBackend<BufWriter<Stdout>>>> {
    Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(FRAME_BYTES, io::stdout())))
}

fn enter(mouse: bool) -> io::Result<()> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)?;
    if mouse { execute!(io::stdout(), Presses(true)) } else { Ok(()) }
}

/// The mouse's buttons and wheel, told or not told any more. crossterm's own command asks for every movement as well: that
/// would wake the program up whenever a hand touches the mouse.
struct Presses(bool);

impl Command for Presses {
    fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
        let switch = if self.0 { 'h' } else { 'l' };
        // Buttons and the wheel, then columns beyond 223 too.
        write!(out, "\x1b[?1000{switch}\x1b[?1006{switch}")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
        if self.0 { EnableMouseCapture.execute_winapi() } else { DisableMouseCapture.execute_winapi() }
    }
}

/// Nothing can be done about a terminal that is gone, so failures are let go.
fn give_back() {
    let _ = execute!(io::stdout(), Presses(false), DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
    let _ = io::stdout().flush();
}
