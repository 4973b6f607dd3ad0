package io.cybervpn.application.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param number from 0
 * @param size as asked, 1 to 200
 * @param total matches over all pages; empty when the caller did not want them counted
 */
public record Page<T>(List<T> items, int number, int size, Optional<Long> total) {
    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** The same page with other items. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), number, size, total);
    }

    /**
     * Which page.
     *
     * @param number from 0
     * @param size 1 to 200
     * @param count whether the total is wanted
     */
    public record Request(int number, int size, boolean count) {
        /** The largest page. */
        public static final int SIZE_MAX = 200;

        /** Refuses what presentation should have refused. */
        public Request {
            if (number < 0 || size < 1 || size > SIZE_MAX) {
                throw new IllegalArgumentException("page " + number + " of size " + size);
            }
        }

        /** Rows to skip. */
        public long offset() {
            return (long) number * size;
        }
    }
}
