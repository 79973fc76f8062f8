import type { Added } from './added-functions.ts';

/** Says how long to wait, or that it is to be given up. */
export const retryWait: Added = {
	name: 'retry_wait',
	text: `/// How long to wait before another try: as long as Retry-After asks (seconds or an HTTP-date,
/// RFC 9110, section 10.2.3), else one second, then two; and a little longer, so that not all come
/// back at the same time. None after three tries, and where more than a minute is asked for: then
/// it is time to give up.
fn retry_wait(headers: &reqwest::header::HeaderMap, attempt: u32) -> Option<std::time::Duration> {
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default();
    let asked = headers
        .get(reqwest::header::RETRY_AFTER)
        .and_then(|value| value.to_str().ok())
        .map(str::trim)
        .unwrap_or_default();
    let is_number = !asked.is_empty() && asked.bytes().all(|byte| byte.is_ascii_digit());
    let wait = if is_number {
        std::time::Duration::from_secs(asked.parse().unwrap_or(u64::MAX))
    } else if let Some(date) = http_date(asked) {
        std::time::Duration::from_secs(date).saturating_sub(now)
    } else {
        std::time::Duration::from_secs(1 << attempt.min(2))
    };
    if attempt >= 2 || wait > std::time::Duration::from_secs(60) {
        return None;
    }
    Some(wait + std::time::Duration::from_millis(u64::from(50 + now.subsec_micros() % 200)))
}`,
};

export const httpDate: Added = {
	name: 'http_date',
	text: `/// Seconds since 1970 of an HTTP-date in any of its three forms (RFC 9110, section 5.6.7).
fn http_date(text: &str) -> Option<u64> {
    let words: Vec<&str> = text
        .split(|sign: char| sign == ' ' || sign == ',' || sign == '-')
        .filter(|word| !word.is_empty())
        .collect();
    let (day, month, year, time) = match words[..] {
        [_, day, month, year, time, "GMT"] => (day, month, year, time),
        [_, month, day, time, year] => (day, month, year, time),
        _ => return None,
    };
    let number = |word: &str| match word.len() {
        1..=4 if word.bytes().all(|byte| byte.is_ascii_digit()) => word.parse::<u64>().ok(),
        _ => None,
    };
    let months = [
        "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb",
    ];
    let month = months.iter().position(|name| *name == month)? as u64;
    let year = match number(year)? {
        short if year.len() == 2 => short + if short < 70 { 2000 } else { 1900 },
        full => full,
    };
    let clock: Vec<u64> = time.split(':').map(number).collect::<Option<_>>()?;
    let (day, hour, minute, second) = match (number(day)?, &clock[..]) {
        (day @ 1..=31, [hour @ 0..=23, minute @ 0..=59, second @ 0..=60]) => {
            (day, hour, minute, second)
        }
        _ => return None,
    };
    // Years that begin with March end with the day that is not in all of them.
    let years = year.saturating_sub(u64::from(month >= 10));
    let leap_days = years / 4 - years / 100 + years / 400;
    let days = (years * 365 + leap_days + (month * 153 + 2) / 5 + day).checked_sub(719_469)?;
    Some(((days * 24 + hour) * 60 + minute) * 60 + second)
}`,
};

/** Sends a request, and again where there were too many. */
export const sendWithRetry = (isAsync: boolean): Added => {
	const [module, keyword, wait, sleep] = isAsync
		? ['reqwest', 'async fn', '.await', 'tokio::time::sleep(wait).await']
		: ['reqwest::blocking', 'fn', '', 'std::thread::sleep(wait)'];
	const name = isAsync ? 'send_with_retry' : 'send_with_retry_blocking';
	const one = `${keyword} ${name}(request: ${module}::RequestBuilder) -> reqwest::Result<${module}::Response> {`;
	const lines = `${keyword} ${name}(
    request: ${module}::RequestBuilder,
) -> reqwest::Result<${module}::Response> {`;
	return {
		name,
		text: `/// Sends a request, and again where there were too many. After three tries the last response is
/// the caller's.
${one.length <= 100 ? one : lines}
    let mut request = request;
    let mut attempt = 0;
    loop {
        let again = request.try_clone();
        let response = request.send()${wait}?;
        let wait = match response.status() {
            reqwest::StatusCode::TOO_MANY_REQUESTS => retry_wait(response.headers(), attempt),
            _ => None,
        };
        // A body that comes from a stream cannot be sent again.
        match (wait, again) {
            (Some(wait), Some(again)) => {
                drop(response);
                ${sleep};
                request = again;
                attempt += 1;
            }
            _ => return Ok(response),
        }
    }
}`,
	};
};
