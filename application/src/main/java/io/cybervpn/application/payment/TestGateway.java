package io.cybervpn.application.payment;

import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.payment.TestSteps.Step;
import io.cybervpn.application.payment.port.GatewayFields;
import io.cybervpn.application.payment.port.LiveGateways;
import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.application.payment.port.PaymentGateways;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Changes;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A test payment (R79): with what is set now an invoice is made at the provider, read, and ended,
 * and staff see how far that came. It is no payment of the shop: nothing is stored of it but the
 * audit entry, and nothing is booked. If somebody pays it all the same, that money fits no payment
 * and is kept apart. Needs {@link Permission#GATEWAYS_WRITE} and a fresh proof of the second
 * factor. Never in a unit of work; each call is one more test.
 */
@Singleton
public final class TestGateway {
    private static final List<Asset> USUAL = List.of(Asset.RUB, Asset.EUR, Asset.USD, Asset.XTR);

    private final UnitOfWork unitOfWork;
    private final LiveGateways live;
    private final PaymentGateways gateways;
    private final TestSteps steps;
    private final AuditTrail audit;
    private final StepUpRule stepUp;

    @Inject
    TestGateway(
            UnitOfWork unitOfWork,
            LiveGateways live,
            PaymentGateways gateways,
            TestSteps steps,
            AuditTrail audit,
            StepUpRule stepUp) {
        this.unitOfWork = unitOfWork;
        this.live = live;
        this.gateways = gateways;
        this.steps = steps;
        this.audit = audit;
        this.stepUp = stepUp;
    }

    /**
     * What to test.
     *
     * @param asset empty: one that the provider takes
     */
    public record Command(Actor actor, String provider, Optional<Asset> asset, String reason) {}

    /** What came of it. */
    public sealed interface Result {
        /**
         * It was tried.
         *
         * @param amount what the invoice was over: the least that the provider takes
         * @param steps in their order; after one that failed the others are skipped
         */
        record Tried(Money amount, List<Step> steps) implements Result {
            /** Copies the list. */
            public Tried {
                steps = List.copyOf(steps);
            }

            /** Whether no step failed. */
            public boolean works() {
                return steps.stream().noneMatch(step -> step.outcome() == TestSteps.Outcome.FAILED);
            }
        }

        /** It has no credentials. */
        record NotReady() implements Result {}

        /** There is no such provider. */
        record NoSuchProvider() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}

        /** The actor has not shown his second factor for a while. */
        record StepUpRequired() implements Result {}
    }

    /** Tries. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.GATEWAYS_WRITE)) {
            return answer(new Result.Forbidden());
        }
        if (!stepUp.isMetBy(command.actor())) {
            return answer(new Result.StepUpRequired());
        }
        boolean known =
                live.fields().stream()
                        .map(GatewayFields::provider)
                        .anyMatch(command.provider()::equals);
        return known ? live.refresh().chain(() -> test(command)) : noSuchProvider();
    }

    private static Uni<Result> noSuchProvider() {
        return answer(new Result.NoSuchProvider());
    }

    private Uni<Result> test(Command command) {
        return gateways.find(command.provider())
                .map(gateway -> test(gateway, command))
                .orElseGet(() -> answer(new Result.NotReady()));
    }

    private Uni<Result> test(PaymentGateway gateway, Command command) {
        Money amount =
                gateway.leastCharge(command.asset().orElseGet(() -> usual(gateway.currencies())));
        return steps.of(gateway, amount)
                .map(done -> new Result.Tried(amount, done))
                .call(tried -> unitOfWork.run(() -> audit.append(entry(command, tried))))
                .map(tried -> tried);
    }

    private static Asset usual(Set<Asset> taken) {
        return USUAL.stream()
                .filter(asset -> taken.isEmpty() || taken.contains(asset))
                .findFirst()
                .or(() -> taken.stream().findFirst())
                .orElse(Asset.RUB);
    }

    private static AuditTrail.Entry entry(Command command, Result.Tried tried) {
        Map<String, String> facts = new HashMap<>();
        facts.put("amount", tried.amount().toString());
        tried.steps().forEach(step -> facts.put(step.name(), step.outcome().code()));
        return AuditTrail.Entry.of(
                        command.actor(),
                        "payment.test_gateway",
                        "payment_gateway",
                        command.provider())
                .with(Changes.created(facts))
                .because(command.reason());
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
