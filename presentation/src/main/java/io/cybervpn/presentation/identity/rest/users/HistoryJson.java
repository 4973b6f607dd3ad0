package io.cybervpn.presentation.identity.rest.users;

import io.cybervpn.application.identity.port.CustomerTimeline.By;
import io.cybervpn.application.identity.port.CustomerTimeline.Cursor;
import io.cybervpn.application.identity.port.CustomerTimeline.Moment;
import io.cybervpn.application.identity.users.ShowHistory;
import io.cybervpn.presentation.shared.rest.MoneyJson;
import io.cybervpn.presentation.shared.rest.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a customer, newest first.
 *
 * @param nextCursor where to go on; null at the end
 */
@Schema(name = "UserHistory")
public record HistoryJson(
        List<MomentJson> items, @Schema(nullable = true) @Nullable String nextCursor) {
    private static final Pattern TYPE = Pattern.compile("[a-z0-9_.]{1,120}");

    static HistoryJson of(ShowHistory.Result.Shown shown) {
        return new HistoryJson(
                shown.moments().stream().map(MomentJson::of).toList(),
                shown.next().map(HistoryJson::write).orElse(null));
    }

    /** {@code time_id_type}, which is nobody's business but ours. */
    private static String write(Cursor cursor) {
        return cursor.at() + "_" + cursor.id() + "_" + cursor.type();
    }

    static Cursor read(String text) {
        String[] parts = text.split("_", 3);
        try {
            if (parts.length == 3 && TYPE.matcher(parts[2]).matches()) {
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]), parts[2]);
            }
        } catch (IllegalArgumentException | DateTimeException _) {
            throw notOurs();
        }
        throw notOurs();
    }

    private static RuntimeException notOurs() {
        return Problem.invalid("/cursor", "invalid", "This cursor was not given by us.")
                .asException();
    }

    /**
     * Something that happened.
     *
     * @param type such as {@code users.block}, {@code security.logged_in}, {@code order.placed};
     *     more may come
     * @param id of the order, the payment, the row of the audit trail
     * @param actorKind who did it, where the audit trail says so: {@code staff}, {@code customer},
     *     {@code api_key} or {@code system}
     * @param details for people; which there are depends on the type
     */
    @Schema(name = "UserMoment")
    public record MomentJson(
            Instant at,
            String type,
            UUID id,
            @Schema(nullable = true) @Nullable String actorKind,
            @Schema(nullable = true) @Nullable UUID actorId,
            @Schema(nullable = true) @Nullable UUID apiKeyId,
            @Schema(nullable = true) @Nullable MoneyJson amount,
            Map<String, String> details) {
        static MomentJson of(Moment moment) {
            return new MomentJson(
                    moment.at(),
                    moment.type(),
                    moment.id(),
                    moment.by().map(By::kind).orElse(null),
                    moment.by().flatMap(By::account).orElse(null),
                    moment.by().flatMap(By::apiKey).orElse(null),
                    moment.amount().map(MoneyJson::of).orElse(null),
                    new TreeMap<>(moment.details()));
        }
    }
}
