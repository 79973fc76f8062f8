import type { Member } from './members.ts';

/** Says how long to wait, or that it is to be given up. */
export const retryAfterWait: Member = {
	name: 'RetryAfterWait',
	text: `/// <summary>
/// How long to wait before another try: as long as Retry-After asks (seconds or an HTTP-date, RFC 9110, section 10.2.3),
/// else one second, then two; and a little longer, so that not all come back at the same time. Null after three tries,
/// and where more than a minute is asked for: then it is time to give up.
/// </summary>
private static TimeSpan? RetryAfterWait(HttpResponseMessage response, int attempt)
{
	var asked = response.Headers.RetryAfter;
	var wait = asked?.Delta ?? asked?.Date - DateTimeOffset.UtcNow ?? TimeSpan.FromSeconds(1 << attempt);
	// A number that is too large to be read is longer than a minute, too.
	var said = response.Headers.TryGetValues("Retry-After", out var values) ? string.Concat(values) : "";
	var isTooLarge = said.Length > 9 && said.Trim("0123456789".ToCharArray()) == "";
	if (attempt >= 2 || isTooLarge || wait > TimeSpan.FromMinutes(1))
	{
		return null;
	}

	var jitter = TimeSpan.FromMilliseconds(50 + (Guid.NewGuid().GetHashCode() & 127));
	return (wait < TimeSpan.Zero ? TimeSpan.Zero : wait) + jitter;
}`,
};
