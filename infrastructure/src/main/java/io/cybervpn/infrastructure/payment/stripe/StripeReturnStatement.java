package io.cybervpn.infrastructure.payment.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.ReturnStatement;
import io.cybervpn.infrastructure.shared.Remote;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Refunds that succeeded, in Stripe's list. Disputes are not in it. */
record StripeReturnStatement(StripeRefundClient client) implements ReturnStatement {
    @Override
    public Uni<Page> returned(Instant from, Instant to, Optional<String> cursor) {
        return Remote.outsideUnitOfWork(() -> client.made(from.getEpochSecond(), cursor))
                .onFailure(StripeRefunds::noAnswer)
                .transform(StripeRefunds::unavailable)
                .map(list -> page(list, to));
    }

    private static Page page(JsonNode list, Instant to) {
        JsonNode data = list.path("data");
        if (!data.isArray()) {
            throw new GatewayUnavailable("Stripe answers without a list");
        }
        List<StripeRefund> refunds =
                StreamSupport.stream(data.spliterator(), false).map(StripeRefund::new).toList();
        Optional<String> next =
                list.path("has_more").asBoolean() && !refunds.isEmpty()
                        ? refunds.getLast().reference()
                        : Optional.empty();
        return new Page(
                refunds.stream()
                        .filter(refund -> refund.wasMadeBefore(to))
                        .flatMap(refund -> refund.line().stream())
                        .toList(),
                next);
    }
}
