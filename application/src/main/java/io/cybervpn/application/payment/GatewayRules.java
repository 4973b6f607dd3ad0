package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.CustomerGroups;
import io.cybervpn.application.payment.port.LiveGateways;
import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.MethodRefusal;
import io.cybervpn.domain.payment.model.GatewayPolicy;
import io.cybervpn.domain.payment.model.GatewayPolicy.Wish;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Applies what staff said of providers: one rule for the list of ways to pay and for paying. */
@Singleton
final class GatewayRules {
    private final LiveGateways live;
    private final CustomerGroups customerGroups;

    @Inject
    GatewayRules(LiveGateways live, CustomerGroups customerGroups) {
        this.live = live;
        this.customerGroups = customerGroups;
    }

    GatewayPolicy policy(String provider) {
        return live.record(provider).policy();
    }

    /** Whether it is offered to anybody at all. */
    boolean switchedOn(String provider) {
        return policy(provider).offered();
    }

    /**
     * The reason not to take a payment that is about to begin. A currency is for its provider to
     * refuse, who may take more than he says. Never in a unit of work.
     */
    Uni<Optional<MethodRefusal>> refusal(PaymentGateway gateway, AccountId payer, Money amount) {
        GatewayPolicy policy = policy(gateway.provider());
        return groups(policy, Optional.of(payer))
                .map(
                        groups ->
                                policy.refusal(
                                        new Wish(
                                                Optional.of(amount),
                                                Optional.empty(),
                                                groups,
                                                false),
                                        Set.of()));
    }

    /** Looked up only where it matters. */
    Uni<Set<String>> groups(GatewayPolicy policy, Optional<AccountId> payer) {
        return payer.filter(_ -> !policy.groups().isEmpty())
                .map(customerGroups::of)
                .orElseGet(() -> Uni.createFrom().item(Set.of()));
    }
}
