package io.cybervpn.application.shared;

import java.time.Duration;

/**
 * How long to wait before the next try: doubling from one second up to a ceiling. Pure; no jitter,
 * since rows of one outage are claimed in limited batches anyway.
 *
 * @param ceiling the longest wait
 */
public record Backoff(Duration ceiling) {
    private static final int DOUBLINGS_MAX = 30;

    /** The wait after a failed attempt, counted from 1. */
    public Duration after(int attempt) {
        Duration doubled =
                Duration.ofSeconds(1L << Math.min(Math.max(attempt - 1, 0), DOUBLINGS_MAX));
        return doubled.compareTo(ceiling) < 0 ? doubled : ceiling;
    }
}
