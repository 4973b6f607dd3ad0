package io.cybervpn.presentation.subscription.rest;

import io.cybervpn.application.shared.Page;
import io.cybervpn.application.subscription.LifeEntry;
import io.cybervpn.application.subscription.SubscriptionRecord;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.PageInfoJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as staff see it.
 *
 * @param userId whose
 * @param timeStands whether its time stands still
 * @param unpaid whether nobody ever paid for it: a trial, or a gift
 * @param version for edits: refused when it has changed
 */
@Schema(name = "SubscriptionRecord")
record SubscriptionRecordJson(
        SubscriptionJson subscription,
        UUID userId,
        boolean timeStands,
        boolean unpaid,
        long version) {
    static SubscriptionRecordJson of(SubscriptionRecord found, Languages languages) {
        return new SubscriptionRecordJson(
                SubscriptionJson.of(found.view(), languages),
                found.account().value(),
                found.timeStands(),
                found.unpaid(),
                found.version());
    }

    /** A page of them. */
    @Schema(name = "SubscriptionRecordPage")
    record PageJson(List<SubscriptionRecordJson> items, PageInfoJson page) {
        static PageJson of(Page<SubscriptionRecord> found, Languages languages) {
            return new PageJson(
                    found.items().stream()
                            .map(one -> SubscriptionRecordJson.of(one, languages))
                            .toList(),
                    PageInfoJson.of(found));
        }
    }

    /**
     * One with its history.
     *
     * @param history all that moved its end or stopped its time, the oldest first
     */
    @Schema(name = "SubscriptionRecordDetail")
    record DetailJson(SubscriptionRecordJson record, List<EntryJson> history) {}

    /**
     * One thing that was done.
     *
     * @param kind {@code order}, {@code change} (of plan), {@code staff}, {@code trial}, {@code
     *     stop}, {@code go} or {@code return} (of money)
     * @param days given; below zero: taken; null when it is not counted in days
     * @param from where the time begins, or the end before
     * @param to where it ended, or the end after
     * @param reference the order, the refund, or the deed itself
     * @param why as staff said, what time stopped for, or how much money went back
     */
    @Schema(name = "SubscriptionLifeEntry")
    record EntryJson(
            @Schema(examples = "order") String kind,
            Instant at,
            @Schema(nullable = true) @Nullable Integer days,
            @Schema(nullable = true) @Nullable Instant from,
            @Schema(nullable = true) @Nullable Instant to,
            UUID reference,
            String why) {
        static EntryJson of(LifeEntry entry) {
            return new EntryJson(
                    entry.kind(),
                    entry.at(),
                    entry.days().orElse(null),
                    entry.from().orElse(null),
                    entry.to().orElse(null),
                    entry.reference(),
                    entry.why());
        }
    }
}
