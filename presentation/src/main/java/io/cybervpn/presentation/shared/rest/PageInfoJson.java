package io.cybervpn.presentation.shared.rest;

import io.cybervpn.application.shared.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a page is in its list.
 *
 * @param number from 0
 * @param total matches over all pages; null with {@code count=false}
 * @param totalPages null with {@code count=false}
 * @param totalRelation {@code exact}, or {@code at_least}: a long list is not counted beyond 10000
 *     matches, and there may be more; null with {@code count=false}
 */
@Schema(name = "PageInfo")
public record PageInfoJson(
        int number,
        int size,
        @Schema(nullable = true) @Nullable Long total,
        @Schema(nullable = true) @Nullable Long totalPages,
        @Schema(
                        nullable = true,
                        description =
                                "exact, or at_least: a long list is not counted beyond 10000"
                                        + " matches, and there may be more")
                @Nullable String totalRelation) {
    /** For an answer. */
    public static PageInfoJson of(Page<?> page) {
        Long total = page.total().orElse(null);
        Long pages = total == null ? null : (total + page.size() - 1) / page.size();
        return new PageInfoJson(page.number(), page.size(), total, pages, relation(page));
    }

    private static @Nullable String relation(Page<?> page) {
        if (page.total().isEmpty()) {
            return null;
        }
        return page.more() ? "at_least" : "exact";
    }
}
