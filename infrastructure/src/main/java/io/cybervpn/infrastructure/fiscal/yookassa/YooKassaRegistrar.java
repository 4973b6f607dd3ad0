package io.cybervpn.infrastructure.fiscal.yookassa;

import io.cybervpn.application.fiscal.port.FiscalRefused;
import io.cybervpn.application.fiscal.port.FiscalRegistrar;
import io.cybervpn.application.fiscal.port.FiscalUnavailable;
import io.cybervpn.application.fiscal.port.ReceiptCall;
import io.cybervpn.application.fiscal.port.Standing;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.domain.fiscal.model.Coverage;
import io.cybervpn.domain.fiscal.model.ReceiptCause;
import io.cybervpn.domain.fiscal.model.Registration;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.infrastructure.payment.yookassa.YooKassaDesk;
import io.cybervpn.infrastructure.payment.yookassa.YooKassaDesk.Found;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * YooKassa as the registrar of its own payments: each payment and each refund has a receipt of its
 * own there. Most travelled along with the request; they are followed. One that did not, or could
 * not be registered, is made apart.
 */
@Singleton
final class YooKassaRegistrar implements FiscalRegistrar {
    static final String NAME = "yookassa";

    private final YooKassaDesk desk;
    private final SoldThings things;

    @Inject
    YooKassaRegistrar(YooKassaDesk desk, SoldThings things) {
        this.desk = desk;
        this.things = things;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isReady() {
        return desk.isReady();
    }

    @Override
    public boolean isProvidersOwn() {
        return true;
    }

    @Override
    public Optional<Coverage> coverage() {
        return desk.isOn()
                ? Optional.of(new Coverage(NAME, Set.of(NAME), Asset.RUB))
                : Optional.empty();
    }

    /** What was never told as gone there is no way to take back there: see register. */
    @Override
    public Uni<Standing> find(ReceiptCall call) {
        return call.cause() == ReceiptCause.REFUND_UNDONE
                ? Uni.createFrom().item(new Standing.Missing())
                : translated(
                        things.of(call)
                                .chain(thing -> desk.find(thing.which()))
                                .map(YooKassaRegistrar::standing));
    }

    @Override
    public Uni<Standing> register(ReceiptCall call) {
        return call.cause() == ReceiptCause.REFUND_UNDONE
                ? Uni.createFrom()
                        .failure(
                                new FiscalRefused(
                                        "a refund of YooKassa that was told is final: make the"
                                                + " receipt by hand"))
                : translated(
                        things.of(call)
                                .chain(
                                        thing ->
                                                desk.find(thing.which())
                                                        .chain(found -> make(found, thing, call)))
                                .map(YooKassaRegistrar::standing));
    }

    /** Each try that failed there makes the next one another wish. */
    private Uni<Found> make(Found found, SoldThings.Thing thing, ReceiptCall call) {
        return switch (found) {
            case Found.Made _, Found.Underway _ -> Uni.createFrom().item(found);
            case Found.Missing() -> make(0, thing, call);
            case Found.Failed(var times) -> make(times, thing, call);
        };
    }

    private Uni<Found> make(int failed, SoldThings.Thing thing, ReceiptCall call) {
        return desk.make(
                new YooKassaDesk.Wish(
                        call.id().value() + "-" + failed,
                        thing.which(),
                        call.amount(),
                        thing.sold(),
                        thing.email()));
    }

    private static Standing standing(Found found) {
        return switch (found) {
            case Found.Made(var receipt) ->
                    new Standing.Made(new Registration(receipt, Optional.empty()));
            case Found.Underway() -> new Standing.Underway();
            case Found.Failed _ -> new Standing.Failed("YooKassa could not register the receipt");
            case Found.Missing() -> new Standing.Missing();
        };
    }

    private static Uni<Standing> translated(Uni<Standing> asked) {
        return asked.onFailure(GatewayUnavailable.class)
                .transform(failure -> new FiscalUnavailable(String.valueOf(failure.getMessage())))
                .onFailure(GatewayRefused.class)
                .transform(failure -> new FiscalRefused("YooKassa: " + failure.getMessage()));
    }
}
