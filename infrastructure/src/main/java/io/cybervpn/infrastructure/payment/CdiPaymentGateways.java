package io.cybervpn.infrastructure.payment;

import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.application.payment.port.PaymentNotices;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Finds providers among the beans: a new one is a folder beside this class and no edit here. */
@Singleton
final class CdiPaymentGateways implements PaymentGateways {
    private final Instance<PaymentGateway> gateways;
    private final Instance<PaymentNotices> notices;
    private final GatewayMeter meter;

    @Inject
    CdiPaymentGateways(
            @Any Instance<PaymentGateway> gateways,
            @Any Instance<PaymentNotices> notices,
            GatewayMeter meter) {
        this.gateways = gateways;
        this.notices = notices;
        this.meter = meter;
    }

    @Override
    public Optional<PaymentGateway> find(String provider) {
        return gateways.stream()
                .filter(gateway -> gateway.provider().equals(provider))
                .filter(PaymentGateway::enabled)
                .findFirst()
                .map(this::measured);
    }

    @Override
    public List<PaymentGateway> allEnabled() {
        return gateways.stream().filter(PaymentGateway::enabled).map(this::measured).toList();
    }

    @Override
    public Optional<PaymentNotices> noticesOf(String source) {
        return notices.stream().filter(candidate -> candidate.source().equals(source)).findFirst();
    }

    @Override
    public Optional<String> sourceOf(String provider) {
        return notices.stream()
                .filter(candidate -> candidate.provider().equals(provider))
                .map(PaymentNotices::source)
                .findFirst();
    }

    private PaymentGateway measured(PaymentGateway gateway) {
        return new MeasuredGateway(gateway, meter);
    }
}
