//! FIT through the encoder of rustyfit: file id, timer events, records, laps, session, activity.

use super::fit_summary as summary;
use crate::number::{byte, long, semicircles, whole};
use crate::outing::Outing;
use crate::trace::{Instant, Trace};
use embedded_io::{ErrorType, Seek, SeekFrom, Write};
use rustyfit::Encoder;
use rustyfit::profile::mesgdef;
use rustyfit::profile::typedef::{DateTime, Event, EventType, FitBaseType, MesgNum};
use rustyfit::proto::{Field, Message, Value};
use std::convert::Infallible;

/// Memory as the encoder's file: it goes back once, to fill in the header.
#[derive(Debug, Default)]
struct Memory {
    bytes: Vec<u8>,
    position: usize,
}

impl ErrorType for Memory {
    type Error = Infallible;
}

impl Write for Memory {
    fn write(&mut self, data: &[u8]) -> Result<usize, Infallible> {
        // All but the header's last visit is appended.
        let kept = self.bytes.len().saturating_sub(self.position).min(data.len());
        let (inside, beyond) = data.split_at_checked(kept).unwrap_or((data, &[]));
        if let Some(place) = self.bytes.get_mut(self.position..self.position + inside.len()) {
            place.copy_from_slice(inside);
        }
        self.bytes.extend_from_slice(beyond);
        self.position += data.len();
        Ok(data.len())
    }

    fn flush(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}

impl Seek for Memory {
    fn seek(&mut self, to: SeekFrom) -> Result<u64, Infallible> {
        let from = |start: usize, by: i64| start.saturating_add_signed(isize::try_from(by).unwrap_or(0));
        self.position = match to {
            SeekFrom::Start(at) => usize::try_from(at).unwrap_or(0),
            SeekFrom::End(by) => from(self.bytes.len(), by),
            SeekFrom::Current(by) => from(self.position, by),
        }
        .min(self.bytes.len());
        Ok(self.position as u64)
    }
}

/// The file of a recorded outing, ready for a reader.
#[must_use]
pub fn fit(outing: &Outing, trace: &Trace) -> Vec<u8> {
    let mut memory = Memory::default();
    memory.bytes.reserve(64 * trace.samples.len() + 2_048);
    let mut encoder = Encoder::new();
    let mut stream = encoder.stream(&mut memory);
    // Writing to memory cannot fail and every message below is valid; what is written so far is the answer.
    let _complete = write_all(outing, trace, &mut |message| stream.write_message(message).is_ok());
    let _finished = stream.finish().is_ok();
    memory.bytes
}

/// Takes a message; false when it is refused.
type Send<'a> = &'a mut dyn FnMut(&mut Message) -> bool;

fn give(send: Send, mut message: Message) -> Option<()> {
    send(&mut message).then_some(())
}

/// Hands out every message in the order of a watch; stops at the first that is refused.
fn write_all(outing: &Outing, trace: &Trace, send: Send) -> Option<()> {
    let start = outing.start.as_second();
    give(send, summary::file_id(outing, start))?;
    give(send, timer(start, EventType::START))?;
    let mut record = record_template(outing);
    let mut laps = summary::Laps::default();
    for sample in &trace.samples {
        if let Some((at, length)) = outing.pause
            && sample.elapsed_s == at + length + 1
        {
            give(send, timer(start + i64::from(at), EventType::STOP_ALL))?;
            give(send, timer(start + i64::from(at + length), EventType::START))?;
        }
        fill(&mut record, outing, sample, start);
        send(&mut record).then_some(())?;
        if let Some(lap) = laps.add(outing, sample, start) {
            give(send, lap)?;
        }
    }
    give(send, timer(start + i64::from(outing.elapsed_s()), EventType::STOP_ALL))?;
    if let Some(lap) = laps.close(outing, start) {
        give(send, lap)?;
    }
    give(send, summary::session(outing, trace, laps.count(), start))?;
    give(send, summary::activity(outing, start))
}

fn timer(unix_s: i64, event_type: EventType) -> Message {
    let mut event = mesgdef::Event::new();
    event.timestamp = DateTime::from_unix_timestamp(unix_s);
    event.event = Event::TIMER;
    event.event_type = event_type;
    Message::from(event)
}

/// The fields of a sample, in the order in which `fill` sets them.
fn record_template(outing: &Outing) -> Message {
    use mesgdef::Record;
    let mut fields = vec![
        (Record::TIMESTAMP, FitBaseType::UINT32),
        (Record::POSITION_LAT, FitBaseType::SINT32),
        (Record::POSITION_LONG, FitBaseType::SINT32),
        (Record::DISTANCE, FitBaseType::UINT32),
        (Record::ENHANCED_SPEED, FitBaseType::UINT32),
        (Record::ENHANCED_ALTITUDE, FitBaseType::UINT32),
        (Record::HEART_RATE, FitBaseType::UINT8),
        (Record::CADENCE, FitBaseType::UINT8),
        (Record::FRACTIONAL_CADENCE, FitBaseType::UINT8),
    ];
    if has_dynamics(outing) {
        fields.extend([
            (Record::STANCE_TIME, FitBaseType::UINT16),
            (Record::VERTICAL_OSCILLATION, FitBaseType::UINT16),
            (Record::STEP_LENGTH, FitBaseType::UINT16),
            (Record::POWER, FitBaseType::UINT16),
        ]);
    }
    let field = |(num, base_type)| Field { num, base_type, value: Value::Invalid, is_expanded: false };
    Message { num: MesgNum::RECORD, fields: fields.into_iter().map(field).collect(), ..Message::default() }
}

fn has_dynamics(outing: &Outing) -> bool {
    outing.has_dynamics && outing.sport.is_running() && !outing.dropout.has_no_cadence
}

/// Puts a sample into the template. All ones mean "not measured".
fn fill(record: &mut Message, outing: &Outing, sample: &Instant, start: i64) {
    let timestamp = DateTime::from_unix_timestamp(start + i64::from(sample.elapsed_s)).0;
    let (latitude, longitude) = sample
        .position_deg
        .map_or((i32::MAX, i32::MAX), |(north, east)| (semicircles(north), semicircles(east)));
    // FIT counts one leg, in whole turns and 1/128.
    let turns_128 = sample.cadence_spm.map(|spm| whole(spm / 2.0 * 128.0, 0, 254 * 128));
    let turns = turns_128.map_or(u8::MAX, |turns| u8::try_from(turns / 128).unwrap_or(254));
    let fraction = turns_128.map_or(u8::MAX, |turns| u8::try_from(turns % 128).unwrap_or(0));
    let values = [
        Value::Uint32(timestamp),
        Value::Int32(latitude),
        Value::Int32(longitude),
        Value::Uint32(long(sample.distance_m * 100.0)),
        Value::Uint32(long(sample.speed_mps * 1_000.0)),
        Value::Uint32(sample.altitude_m.map_or(u32::MAX, |metres| long((metres + 500.0) * 5.0))),
        Value::Uint8(sample.heart_rate_bpm.map_or(u8::MAX, byte)),
        Value::Uint8(turns),
        Value::Uint8(fraction),
    ];
    let dynamics = summary::dynamics(outing, sample).map(Value::Uint16);
    // Without dynamics the template is shorter, and the last four values have no place.
    for (field, value) in record.fields.iter_mut().zip(values.into_iter().chain(dynamics)) {
        field.value = value;
    }
}
