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
 */
@Schema(name = "PageInfo")
public record PageInfoJson(
        int number,
        int size,
        @Schema(nullable = true) @Nullable Long total,
        @Schema(nullable = true) @Nullable Long totalPages) {
    /** For an answer. */
    public static PageInfoJson of(Page<?> page) {
        Long total = page.total().orElse(null);
        Long pages = total == null ? null : (total + page.size() - 1) / page.size();
        return new PageInfoJson(page.number(), page.size(), total, pages);
    }
}
