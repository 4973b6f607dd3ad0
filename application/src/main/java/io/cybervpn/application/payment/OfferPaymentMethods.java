package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.LiveGateways;
import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.model.GatewayPolicy;
import io.cybervpn.domain.payment.model.GatewayPolicy.Wish;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ways to pay that are offered, in the order to show them. Open to everybody; changes nothing
 * and asks no provider. Where a payer is and what app he uses is what his client says, so those two
 * rules hide, and no more.
 */
@Singleton
public final class OfferPaymentMethods {
    private final PaymentGateways gateways;
    private final GatewayRules rules;

    @Inject
    OfferPaymentMethods(PaymentGateways gateways, LiveGateways live, GatewayRules rules) {
        this.gateways = gateways;
        this.rules = rules;
    }

    /**
     * For what.
     *
     * @param payer empty for a guest
     * @param amount empty when it is not known yet
     * @param country ISO 3166 code, if the client says one
     * @param storeApp whether the client is a build of an app store
     */
    public record Query(
            Optional<AccountId> payer,
            Optional<Money> amount,
            Optional<String> country,
            boolean storeApp) {}

    /**
     * A way to pay.
     *
     * @param code what an order names it by
     * @param label by language tag; empty: the client has one
     */
    public record Method(String code, Map<String, String> label, int sortOrder) {}

    /** Lists. The wallet is always among them, and last. */
    public Uni<List<Method>> execute(Query query) {
        return Multi.createFrom()
                .iterable(gateways.allEnabled())
                .onItem()
                .transformToUniAndConcatenate(gateway -> method(gateway, query))
                .select()
                .where(Optional::isPresent)
                .map(Optional::orElseThrow)
                .collect()
                .asList()
                .map(OfferPaymentMethods::sorted);
    }

    private Uni<Optional<Method>> method(PaymentGateway gateway, Query query) {
        GatewayPolicy policy = rules.policy(gateway.provider());
        return rules.groups(policy, query.payer())
                .map(
                        groups ->
                                policy.refusal(
                                        new Wish(
                                                query.amount(),
                                                query.country(),
                                                groups,
                                                query.storeApp()),
                                        gateway.currencies()))
                .map(
                        refusal ->
                                refusal.isPresent()
                                        ? Optional.empty()
                                        : Optional.of(
                                                new Method(
                                                        gateway.provider(),
                                                        policy.label(),
                                                        policy.sortOrder())));
    }

    private static List<Method> sorted(List<Method> offered) {
        return java.util.stream.Stream.concat(
                        offered.stream()
                                .sorted(
                                        Comparator.comparingInt(Method::sortOrder)
                                                .thenComparing(Method::code)),
                        java.util.stream.Stream.of(
                                new Method(
                                        RecordWalletPayment.PROVIDER, Map.of(), Integer.MAX_VALUE)))
                .toList();
    }
}
