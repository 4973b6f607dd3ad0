package io.cybervpn.application.renewal;

import io.cybervpn.application.payment.MandateView;
import io.cybervpn.domain.renewal.Terms;
import io.cybervpn.domain.renewal.model.AutoRenewal;
import io.cybervpn.domain.renewal.model.Cycle;
import io.cybervpn.domain.renewal.model.DunningPolicy;
import io.cybervpn.domain.subscription.SubscriptionSnapshot;
import java.util.Optional;

/** A period, and all that decides what is done about it. */
record Situation(
        Cycle cycle,
        SubscriptionSnapshot subscription,
        DunningPolicy policy,
        Optional<AutoRenewal> renewal,
        Optional<MandateView> charged) {
    /** What its owner agreed to, if he did, and if nobody else charges for it. */
    Optional<Terms> terms() {
        return renewal.filter(_ -> charged.isEmpty())
                .flatMap(
                        one ->
                                switch (one.state()) {
                                    case AutoRenewal.State.On(var terms, _, _) ->
                                            Optional.of(terms);
                                    case AutoRenewal.State.Off _ -> Optional.empty();
                                });
    }

    /** The same with its cycle further on. */
    Situation with(Cycle next) {
        return new Situation(next, subscription, policy, renewal, charged);
    }
}
