package io.cybervpn.infrastructure.payment.yookassa;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.domain.payment.PaymentId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Finds payments by our own reference, in the list of all that are young enough. */
@Singleton
final class YooKassaSearch {
    private static final int PAGES_MAX = 100;

    /** Their clock is not ours. */
    private static final Duration CLOCK_MARGIN = Duration.ofMinutes(10);

    private final YooKassaClient client;

    @Inject
    YooKassaSearch(YooKassaClient client) {
        this.client = client;
    }

    /** What to look for, and what was found so far. */
    private record Hunt(Set<PaymentId> payments, Instant since, List<YooKassaPayment> found) {}

    /** All of them; fails with {@link GatewayUnavailable} if that is unsure. */
    Uni<List<YooKassaPayment>> find(Set<PaymentId> payments, Instant madeSince) {
        Hunt hunt = new Hunt(payments, madeSince.minus(CLOCK_MARGIN), new ArrayList<>());
        return read(hunt, Optional.empty(), 0);
    }

    private Uni<List<YooKassaPayment>> read(Hunt hunt, Optional<String> cursor, int page) {
        if (page == PAGES_MAX) {
            return Uni.createFrom()
                    .failure(new GatewayUnavailable("YooKassa has too many payments to look in"));
        }
        return client.page(hunt.since(), cursor)
                .map(answer -> keep(answer, hunt))
                .chain(
                        next ->
                                next.isEmpty()
                                        ? Uni.createFrom().item(List.copyOf(hunt.found()))
                                        : read(hunt, next, page + 1));
    }

    /** Keeps what is ours; the cursor of the next page, if there is one. */
    private static Optional<String> keep(JsonNode answer, Hunt hunt) {
        JsonNode items = answer.path("items");
        if (!items.isArray()) {
            throw new GatewayUnavailable("YooKassa answers without a list");
        }
        StreamSupport.stream(items.spliterator(), false)
                .map(YooKassaPayment::new)
                .filter(one -> one.payment().filter(hunt.payments()::contains).isPresent())
                .forEach(hunt.found()::add);
        return Optional.of(answer.path("next_cursor").asText(""))
                .filter(cursor -> !cursor.isBlank());
    }
}
