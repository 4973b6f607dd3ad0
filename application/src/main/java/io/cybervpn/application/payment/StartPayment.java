package io.cybervpn.application.payment;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.KeepConsent;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.payment.repository.SavedMethods;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Begins a payment: stored, then the provider is asked for an invoice, then its answer is stored.
 * Never call it in a unit of work. Not repeatable: each call is one more payment.
 */
@Singleton
public final class StartPayment {
    private final UnitOfWork unitOfWork;
    private final HoldOwner holdOwner;
    private final Payments payments;
    private final SavedMethods methods;
    private final PaymentGateways gateways;
    private final GatewayRules rules;
    private final Invoicing invoicing;
    private final AgreeToRecurring agreeToRecurring;
    private final Ids ids;
    private final Clock clock;

    @Inject
    StartPayment(
            UnitOfWork unitOfWork,
            HoldOwner holdOwner,
            Payments payments,
            SavedMethods methods,
            PaymentGateways gateways,
            GatewayRules rules,
            Invoicing invoicing,
            AgreeToRecurring agreeToRecurring,
            Ids ids,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.holdOwner = holdOwner;
        this.payments = payments;
        this.methods = methods;
        this.gateways = gateways;
        this.rules = rules;
        this.invoicing = invoicing;
        this.agreeToRecurring = agreeToRecurring;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is to be paid.
     *
     * @param subject what is paid for, such as an order
     * @param amount more than zero
     * @param description shown to the payer, 1 to 1024 characters
     * @param provider such as {@code cryptobot}
     * @param subscriptionDays length of what is bought, 0 if it has none
     * @param expiresAt in the future
     * @param keepConsent the version of the words by which the payer agreed that we keep what he
     *     pays with; empty: he did not
     * @param recurring the version of the words by which the payer agreed that the provider takes
     *     the same again each period; empty: he did not
     */
    public record Command(
            UUID subject,
            AccountId payer,
            Money amount,
            String description,
            String provider,
            int subscriptionDays,
            Instant expiresAt,
            Optional<String> keepConsent,
            Optional<String> recurring) {
        /** One that is paid once and keeps nothing. */
        public Command(
                UUID subject,
                AccountId payer,
                Money amount,
                String description,
                String provider,
                int subscriptionDays,
                Instant expiresAt) {
            this(
                    subject,
                    payer,
                    amount,
                    description,
                    provider,
                    subscriptionDays,
                    expiresAt,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** How far it came. */
    public sealed interface Result {
        /** The customer can pay now. */
        record Started(PaymentView payment) implements Result {}

        /** The provider gave no answer; we go on asking, the customer should look again. */
        record Delayed(PaymentView payment) implements Result {}

        /** The provider will not take this payment; it is stored as failed. */
        record Refused(PaymentView payment) implements Result {}

        /**
         * There is no such provider, it has no credentials, or is not offered to this payer for
         * this amount. Nothing was stored.
         */
        record NoSuchProvider() implements Result {}

        /** The provider does not take this again and again by itself. Nothing was stored. */
        record NotRecurring() implements Result {}

        /** The payer's account has just ended. Nothing was stored. */
        record NoSuchPayer() implements Result {}
    }

    /** Begins. */
    public Uni<Result> execute(Command command) {
        return gateways.find(command.provider())
                .map(gateway -> startIfOffered(gateway, command))
                .orElseGet(() -> Uni.createFrom().item(new Result.NoSuchProvider()));
    }

    private Uni<Result> startIfOffered(PaymentGateway gateway, Command command) {
        return rules.refusal(gateway, command.payer(), command.amount())
                .chain(
                        refusal ->
                                refusal.isPresent()
                                        ? Uni.createFrom().item(new Result.NoSuchProvider())
                                        : startIfRecurring(gateway, command));
    }

    private Uni<Result> startIfRecurring(PaymentGateway gateway, Command command) {
        return agreeToRecurring.isPossible(command)
                ? start(gateway, request(command), command)
                : Uni.createFrom().item(new Result.NotRecurring());
    }

    private PaymentRequest request(Command command) {
        return new PaymentRequest(
                new PaymentId(ids.next()),
                command.subject(),
                command.payer(),
                command.provider(),
                command.amount(),
                command.description(),
                command.subscriptionDays(),
                clock.instant(),
                command.expiresAt());
    }

    private Uni<Result> start(PaymentGateway gateway, PaymentRequest request, Command command) {
        return unitOfWork
                .run(() -> store(request, command))
                .chain(
                        stored ->
                                stored
                                        ? invoicing.make(gateway, request).map(StartPayment::result)
                                        : Uni.createFrom().item(new Result.NoSuchPayer()));
    }

    private Uni<Boolean> store(PaymentRequest request, Command command) {
        return holdOwner
                .execute(new HoldOwner.Query(request.payer()))
                .map(new Owner.Of(request.payer())::equals)
                .call(there -> there ? add(request, command) : Uni.createFrom().voidItem());
    }

    private Uni<Void> add(PaymentRequest request, Command command) {
        return payments.add(new Payment.Created(request), firstLook(request))
                .chain(
                        () ->
                                command.keepConsent()
                                        .map(version -> consent(request, version))
                                        .map(methods::consent)
                                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> agreeToRecurring.store(request, command.recurring()));
    }

    private static KeepConsent consent(PaymentRequest request, String version) {
        return new KeepConsent(request.id(), request.payer(), version, request.createdAt());
    }

    private static Instant firstLook(PaymentRequest request) {
        return Patiences.OPEN_PAYMENTS.nextLook(request.createdAt(), request.createdAt());
    }

    private static Result result(Payment payment) {
        PaymentView view = PaymentView.of(payment);
        return switch (payment) {
            case Payment.Pending _, Payment.Captured _, Payment.Flagged _ ->
                    new Result.Started(view);
            case Payment.Created _, Payment.Unknown _ -> new Result.Delayed(view);
            case Payment.Expired _, Payment.Failed _ -> new Result.Refused(view);
        };
    }
}
