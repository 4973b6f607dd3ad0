package io.cybervpn.domain.server.model;

import java.time.Duration;

/**
 * When looks that differ make a server another: a node that comes and goes each minute shall not
 * wake anybody each minute. Worse by {@code worse} bad ones of the last {@code window} looks,
 * better by {@code better} good ones without a break; since both together are more than the window,
 * one row of looks cannot ask for both. The first look of all decides at once.
 *
 * @param window looks that count, 1 to 20
 * @param worse bad ones among them that make it worse, from 1
 * @param better good ones, one after the other, that make it well again
 * @param gap looks that follow one another faster are one: two instances look at once
 */
public record Damping(int window, int worse, int better, Duration gap) {
    private static final int WINDOW_MAX = 20;

    /** Worse by two of the last four looks, well again by three good ones. */
    public static final Damping STANDARD = new Damping(4, 2, 3, Duration.ofSeconds(30));

    /** Refuses what could swing. */
    public Damping {
        boolean sound = worse >= 1 && better >= 1 && worse <= window && better <= window;
        if (window < 1 || window > WINDOW_MAX || !sound || worse + better <= window) {
            throw new IllegalArgumentException(
                    "damping of %d looks, %d worse, %d better".formatted(window, worse, better));
        }
    }

    /** How a node is. */
    public enum Level {
        /** All is well. */
        WELL,
        /** It is connected, but does not answer. */
        HALF,
        /** It is not connected. */
        DOWN
    }

    /** The row of looks with one more; only the last ones are kept. */
    public String with(String row, Check check) {
        String longer = row + check.letter();
        return longer.substring(Math.max(0, longer.length() - window));
    }

    /**
     * What a row of looks says. Pure.
     *
     * @param row the latest looks, the newest last; not empty
     * @param now what it was until here
     */
    public Level level(String row, Level now) {
        if (row.length() == 1) {
            return first(row);
        }
        if (Check.DOWN.in(row) >= worse) {
            return Level.DOWN;
        }
        String last = row.substring(Math.max(0, row.length() - better));
        if (now == Level.DOWN && last.length() - Check.DOWN.in(last) < better) {
            return Level.DOWN;
        }
        return row.length() - Check.UP.in(row) >= worse ? Level.HALF : raised(last, now);
    }

    private static Level first(String row) {
        if (Check.UP.in(row) == 1) {
            return Level.WELL;
        }
        return Check.HALF.in(row) == 1 ? Level.HALF : Level.DOWN;
    }

    private Level raised(String last, Level now) {
        if (Check.UP.in(last) >= better) {
            return Level.WELL;
        }
        return now == Level.DOWN ? Level.HALF : now;
    }
}
