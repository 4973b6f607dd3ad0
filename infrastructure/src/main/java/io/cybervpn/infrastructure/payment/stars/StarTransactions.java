package io.cybervpn.infrastructure.payment.stars;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * The stars that came to the bot. Telegram lists them oldest first and filters by nothing, so the
 * page to begin with is found by halving, in some twenty calls of one line for a million of them.
 */
@Singleton
final class StarTransactions {
    private static final int PAGES_MAX = 200;
    private static final long PAGE_LAST = 1L << 30;

    /** Their clock is not ours. */
    private static final Duration CLOCK_MARGIN = Duration.ofMinutes(10);

    private final BotClient client;

    @Inject
    StarTransactions(BotClient client) {
        this.client = client;
    }

    /**
     * What was paid for a payment of ours.
     *
     * @param recurring by a subscription that Telegram keeps: the first time, or again
     */
    record Paid(PaymentId payment, Receipt receipt, boolean recurring) {}

    /** All that came since then, oldest first; fails with {@link GatewayUnavailable} if unsure. */
    Uni<List<Paid>> since(Instant oldest) {
        long second = Math.max(0, oldest.minus(CLOCK_MARGIN).getEpochSecond());
        return beginning(second)
                .chain(page -> read(page, 0, StarTransactions::paid, new ArrayList<>()));
    }

    /** What went back to somebody who had paid. */
    record Returned(Which which, String charge, Money stars, Instant at) {
        /**
         * One half of a transaction is like the other: by its receiver it is one that went back.
         */
        static Optional<Returned> of(JsonNode line) {
            String charge = line.path("id").asText("");
            Received stars = StarPayment.received(line.path("amount"), "XTR");
            return !charge.isBlank()
                            && line.path("receiver").path("type").asText("").equals("user")
                            && stars instanceof Received.Exact(var money)
                    ? Optional.of(
                            new Returned(
                                    StarPayment.which(
                                            charge, line.path("receiver").path("invoice_payload")),
                                    charge,
                                    money,
                                    Instant.ofEpochSecond(line.path("date").asLong())))
                    : Optional.empty();
        }
    }

    /** All that went back since then, oldest first; fails like {@link #since}. */
    Uni<List<Returned>> returnedSince(Instant oldest) {
        long second = Math.max(0, oldest.minus(CLOCK_MARGIN).getEpochSecond());
        return beginning(second).chain(page -> read(page, 0, Returned::of, new ArrayList<>()));
    }

    /**
     * The first line of a charge since then; empty if there is none.
     *
     * @param side {@code source} for stars that came, {@code receiver} for stars that went back
     */
    Uni<Optional<JsonNode>> first(String charge, Instant oldest, String side) {
        long second = Math.max(0, oldest.minus(CLOCK_MARGIN).getEpochSecond());
        return beginning(second).chain(page -> first(charge, side, page, 0));
    }

    private Uni<Optional<JsonNode>> first(String charge, String side, long page, int pages) {
        if (pages == PAGES_MAX) {
            return Uni.createFrom()
                    .failure(new GatewayUnavailable("Telegram has too many transactions to read"));
        }
        return client.transactions(page * BotClient.LIMIT_MAX, BotClient.LIMIT_MAX)
                .map(StarTransactions::lines)
                .chain(
                        lines -> {
                            Optional<JsonNode> found =
                                    lines.stream()
                                            .filter(it -> it.path("id").asText("").equals(charge))
                                            .filter(it -> it.path(side).isObject())
                                            .findFirst();
                            return found.isPresent() || lines.size() < BotClient.LIMIT_MAX
                                    ? Uni.createFrom().item(found)
                                    : first(charge, side, page + 1, pages + 1);
                        });
    }

    /** A page before which nothing is of interest. */
    private Uni<Long> beginning(long second) {
        return second == 0 ? Uni.createFrom().item(0L) : gallop(1, second);
    }

    private Uni<Long> gallop(long page, long second) {
        return beginsBefore(page, second)
                .chain(
                        before ->
                                before && page < PAGE_LAST
                                        ? gallop(page * 2, second)
                                        : halve(page / 2, page, second));
    }

    /**
     * Closes in on the last page that begins too early.
     *
     * @param low begins too early, or is the first
     * @param high does not
     */
    private Uni<Long> halve(long low, long high, long second) {
        if (high - low <= 1) {
            return Uni.createFrom().item(low);
        }
        long middle = (low + high) / 2;
        return beginsBefore(middle, second)
                .chain(before -> before ? halve(middle, high, second) : halve(low, middle, second));
    }

    private Uni<Boolean> beginsBefore(long page, long second) {
        return client.transactions(page * BotClient.LIMIT_MAX, 1)
                .map(StarTransactions::lines)
                .map(lines -> !lines.isEmpty() && lines.getFirst().path("date").asLong() < second);
    }

    private <T> Uni<List<T>> read(
            long page, int pages, Function<JsonNode, Optional<T>> wanted, List<T> found) {
        if (pages == PAGES_MAX) {
            return Uni.createFrom()
                    .failure(new GatewayUnavailable("Telegram has too many transactions to read"));
        }
        return client.transactions(page * BotClient.LIMIT_MAX, BotClient.LIMIT_MAX)
                .map(StarTransactions::lines)
                .chain(
                        lines -> {
                            lines.forEach(line -> wanted.apply(line).ifPresent(found::add));
                            return lines.size() < BotClient.LIMIT_MAX
                                    ? Uni.createFrom().item(List.copyOf(found))
                                    : read(page + 1, pages + 1, wanted, found);
                        });
    }

    private static List<JsonNode> lines(JsonNode result) {
        JsonNode lines = result.path("transactions");
        if (!lines.isArray()) {
            throw new GatewayUnavailable("Telegram answers without a list");
        }
        return StreamSupport.stream(lines.spliterator(), false).toList();
    }

    /** Money that came in carries a source; a refund has the same id and a receiver. */
    private static Optional<Paid> paid(JsonNode line) {
        JsonNode source = line.path("source");
        return StarPayment.payment(source.path("invoice_payload"))
                .flatMap(
                        payment ->
                                StarPayment.receipt(
                                                line.path("id"),
                                                StarPayment.received(line.path("amount"), "XTR"),
                                                line.path("date"))
                                        .map(
                                                receipt ->
                                                        new Paid(
                                                                payment,
                                                                receipt,
                                                                source.has(
                                                                        "subscription_period"))));
    }
}
