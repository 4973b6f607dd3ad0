package io.cybervpn.application.payment.port;

import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a provider says went back to payers, whether we know of it or not. Reads only. */
public interface ReturnStatement {
    /**
     * Money that went back.
     *
     * @param about the provider's own name of it, which {@link RefundingGateway#goneBack} takes
     * @param ours our refund, if the provider was told which it is
     * @param money how much; empty if we cannot read it
     * @param what how much of what, for staff
     */
    record Line(String about, Optional<RefundId> ours, Optional<Money> money, String what) {}

    /**
     * A page, which may be empty and not the last.
     *
     * @param next where the next page starts; empty on the last one
     */
    record Page(List<Line> lines, Optional<String> next) {
        /** Copies the list. */
        public Page {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What was given back in this time and has arrived. Fails with {@link GatewayUnavailable} when
     * it cannot be said for sure. Never in a unit of work.
     *
     * @param cursor empty to begin, else {@link Page#next}
     */
    Uni<Page> returned(Instant from, Instant to, Optional<String> cursor);
}
