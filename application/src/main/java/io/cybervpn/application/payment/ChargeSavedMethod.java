package io.cybervpn.application.payment;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.payment.port.ChargingGateway;
import io.cybervpn.application.payment.port.ChargingGateway.Outcome;
import io.cybervpn.application.payment.port.ChargingGateways;
import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.SavedMethodId;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.cybervpn.domain.payment.model.SavedMethod;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.payment.repository.SavedMethods;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Takes money by what a customer let us keep. The payment is stored first, the provider asked then,
 * and its answer taken by the one way, {@link ConfirmPayment}. When the answer is lost nothing is
 * taken again: {@link ResolveOpenPayments} finds out. Never call it in a unit of work. Repeatable:
 * what is paid for is charged for once.
 */
@Singleton
public final class ChargeSavedMethod {
    private final UnitOfWork unitOfWork;
    private final HoldOwner holdOwner;
    private final Payments payments;
    private final SavedMethods methods;
    private final ChargingGateways gateways;
    private final ConfirmPayment confirmPayment;
    private final SecretBox box;
    private final Ids ids;
    private final Clock clock;

    @Inject
    ChargeSavedMethod(
            UnitOfWork unitOfWork,
            HoldOwner holdOwner,
            Payments payments,
            SavedMethods methods,
            ChargingGateways gateways,
            ConfirmPayment confirmPayment,
            SecretBox box,
            Ids ids,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.holdOwner = holdOwner;
        this.payments = payments;
        this.methods = methods;
        this.gateways = gateways;
        this.confirmPayment = confirmPayment;
        this.box = box;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is to be taken.
     *
     * @param subject what is paid for, such as an order
     * @param amount more than zero
     * @param description shown to the payer, 1 to 1024 characters
     * @param subscriptionDays length of what is bought, 0 if it has none
     * @param expiresAt in the future
     */
    public record Command(
            UUID subject,
            AccountId payer,
            SavedMethodId method,
            Money amount,
            String description,
            int subscriptionDays,
            Instant expiresAt) {}

    /** How far it came. */
    public sealed interface Result {
        /** The money is ours, or is on its way, or nobody knows yet: payment tells when it came. */
        record Begun(PaymentView payment) implements Result {}

        /** Nothing was taken and will not be. */
        record Declined(String reason) implements Result {}

        /** It was charged for before: look at its payment. */
        record ChargedBefore() implements Result {}

        /** There is no such method, or nobody to charge by it. Nothing was stored. */
        record NoSuchMethod() implements Result {}
    }

    private sealed interface Step {
        record Charge(PaymentRequest request, SavedMethod method) implements Step {}

        record Done(Result result) implements Step {}
    }

    /** Takes it. */
    public Uni<Result> execute(Command command) {
        return unitOfWork
                .run(
                        () ->
                                holdOwner
                                        .execute(new HoldOwner.Query(command.payer()))
                                        .map(new Owner.Of(command.payer())::equals)
                                        .chain(there -> find(there, command)))
                .chain(this::charge);
    }

    private Uni<Step> find(boolean there, Command command) {
        return there
                ? methods.find(command.method(), command.payer())
                        .map(found -> found.filter(this::isUsable))
                        .chain(found -> store(found, command))
                : done(new Result.NoSuchMethod());
    }

    private static Uni<Step> done(Result result) {
        return Uni.createFrom().item(new Step.Done(result));
    }

    private boolean isUsable(SavedMethod method) {
        return gateways.find(method.provider()).isPresent();
    }

    private Uni<Step> store(Optional<SavedMethod> found, Command command) {
        return found.map(method -> store(method, command))
                .orElseGet(() -> done(new Result.NoSuchMethod()));
    }

    private Uni<Step> store(SavedMethod method, Command command) {
        Instant now = clock.instant();
        PaymentRequest request =
                new PaymentRequest(
                        new PaymentId(ids.next()),
                        command.subject(),
                        command.payer(),
                        method.provider(),
                        command.amount(),
                        command.description(),
                        command.subscriptionDays(),
                        now,
                        command.expiresAt());
        return methods.noteCharge(
                        new SavedMethods.Charge(request.id(), request.subject(), method.id(), now))
                .chain(
                        first ->
                                first
                                        ? store(new Step.Charge(request, method))
                                        : done(new Result.ChargedBefore()));
    }

    private Uni<Step> store(Step.Charge charge) {
        Instant now = charge.request().createdAt();
        return payments.add(
                        new Payment.Created(charge.request()),
                        Patiences.OPEN_PAYMENTS.nextLook(now, now))
                .replaceWith(charge);
    }

    private Uni<Result> charge(Step step) {
        return switch (step) {
            case Step.Done(var result) -> Uni.createFrom().item(result);
            case Step.Charge charge -> charge(charge);
        };
    }

    private Uni<Result> charge(Step.Charge charge) {
        ChargingGateway gateway = gateways.find(charge.method().provider()).orElseThrow();
        return Uni.createFrom()
                .deferred(() -> gateway.charge(call(charge)))
                .onFailure(GatewayUnavailable.class)
                .recoverWithItem(new Outcome.Underway())
                .onFailure(GatewayRefused.class)
                .recoverWithItem(
                        refusal ->
                                new Outcome.Declined(String.valueOf(refusal.getMessage()), false))
                .chain(outcome -> settle(charge, outcome));
    }

    private ChargingGateway.Call call(Step.Charge charge) {
        SavedMethod method = charge.method();
        byte[] token = box.open(method.sealedToken(), SavedMethod.purposeOf(method.id()));
        return new ChargingGateway.Call(
                charge.request().id(),
                new String(token, StandardCharsets.UTF_8),
                charge.request().amount(),
                charge.request().description());
    }

    private Uni<Result> settle(Step.Charge charge, Outcome outcome) {
        PaymentRequest request = charge.request();
        return switch (outcome) {
            case Outcome.Taken(var receipt) ->
                    confirmPayment
                            .execute(
                                    new ConfirmPayment.Command(
                                            request.id(), request.provider(), receipt))
                            .chain(() -> change(request, payment -> payment))
                            .map(Result.Begun::new);
            case Outcome.Underway() -> change(request, Payment::answerLost).map(Result.Begun::new);
            case Outcome.Declined(var reason, var forGood) ->
                    change(request, payment -> payment.refused(reason, clock.instant()))
                            .call(() -> forGood ? forget(charge.method()) : nothing())
                            .map(payment -> declined(payment, reason));
        };
    }

    /** A push may have been faster: money that came counts, whatever the answer said. */
    private static Result declined(PaymentView payment, String reason) {
        return payment.state().equals("failed")
                ? new Result.Declined(reason)
                : new Result.Begun(payment);
    }

    private Uni<PaymentView> change(PaymentRequest request, UnaryOperator<Payment> move) {
        return unitOfWork.run(
                () ->
                        payments.lock(request.id())
                                .map(Optional::orElseThrow)
                                .chain(payment -> save(payment, move.apply(payment))));
    }

    private Uni<PaymentView> save(Payment before, Payment after) {
        return before.equals(after)
                ? Uni.createFrom().item(PaymentView.of(after))
                : payments.save(after).replaceWith(() -> PaymentView.of(after));
    }

    private Uni<Void> forget(SavedMethod method) {
        return unitOfWork.run(() -> methods.remove(method.id()));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
