package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.PaymentGateways;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Says whether the shop takes payments by a provider, so that nothing is ordered that could not be
 * paid. Open to everybody; changes nothing and asks nobody.
 */
@Singleton
public final class FindPaymentMethod {
    private final PaymentGateways gateways;
    private final GatewayRules rules;

    @Inject
    FindPaymentMethod(PaymentGateways gateways, GatewayRules rules) {
        this.gateways = gateways;
        this.rules = rules;
    }

    /** A provider by its name, such as {@code cryptobot}. */
    public record Query(String provider) {}

    /** The answer. */
    public sealed interface Result {
        /** It does. */
        record Taken() implements Result {}

        /** There is no such provider, it has no credentials, or staff switched it off. */
        record NoSuchProvider() implements Result {}
    }

    /** Answers. */
    public Uni<Result> execute(Query query) {
        return Uni.createFrom()
                .item(
                        () ->
                                gateways.find(query.provider()).isPresent()
                                                && rules.switchedOn(query.provider())
                                        ? new Result.Taken()
                                        : new Result.NoSuchProvider());
    }
}
