package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.ChargingGateway;
import io.cybervpn.application.payment.port.ChargingGateways;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.SavedMethodForgotten;
import io.cybervpn.domain.payment.model.SavedMethod;
import io.cybervpn.domain.payment.repository.SavedMethods;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Has the provider forget what its customer had us forget; the token is gone here when it has. A
 * provider that gives no answer, or is off, is asked again later.
 */
@Singleton
public final class ReleaseForgottenMethod implements EventHandler<SavedMethodForgotten> {
    private final UnitOfWork unitOfWork;
    private final SavedMethods methods;
    private final ChargingGateways gateways;
    private final SecretBox box;

    @Inject
    ReleaseForgottenMethod(
            UnitOfWork unitOfWork, SavedMethods methods, ChargingGateways gateways, SecretBox box) {
        this.unitOfWork = unitOfWork;
        this.methods = methods;
        this.gateways = gateways;
        this.box = box;
    }

    @Override
    public Class<SavedMethodForgotten> event() {
        return SavedMethodForgotten.class;
    }

    @Override
    public String name() {
        return "payment.release-method";
    }

    @Override
    public Uni<Void> handle(SavedMethodForgotten event) {
        return unitOfWork.run(() -> methods.toRelease(event.method())).chain(this::release);
    }

    private Uni<Void> release(Optional<SavedMethods.Release> found) {
        return found.map(
                        one ->
                                gateway(one.provider())
                                        .chain(gateway -> gateway.release(token(one)))
                                        .chain(() -> done(one)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<ChargingGateway> gateway(String provider) {
        return gateways.find(provider)
                .map(gateway -> Uni.createFrom().item(gateway))
                .orElseGet(
                        () ->
                                Uni.createFrom()
                                        .failure(new GatewayUnavailable(provider + " is off")));
    }

    private String token(SavedMethods.Release one) {
        byte[] token = box.open(one.sealedToken(), SavedMethod.purposeOf(one.method()));
        return new String(token, StandardCharsets.UTF_8);
    }

    private Uni<Void> done(SavedMethods.Release one) {
        return unitOfWork.run(() -> methods.released(one.method()));
    }
}
