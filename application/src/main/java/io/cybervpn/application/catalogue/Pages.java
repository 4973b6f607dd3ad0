package io.cybervpn.application.catalogue;

import io.cybervpn.application.shared.Page;
import java.util.List;
import java.util.Optional;

/** Cuts pages out of lists that are short enough to be read whole. */
final class Pages {
    private Pages() {}

    static <T> Page<T> cut(List<T> all, Page.Request page) {
        List<T> items = all.stream().skip(page.offset()).limit(page.size()).toList();
        Optional<Long> total = page.count() ? Optional.of((long) all.size()) : Optional.empty();
        return new Page<>(items, page.number(), page.size(), total);
    }
}
