package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.GatewayRefused;
import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.GoneBack;
import io.cybervpn.application.payment.port.RefundCall;
import io.cybervpn.application.payment.port.RefundStatus;
import io.cybervpn.application.payment.port.RefundingGateway;
import io.cybervpn.application.payment.port.RefundingGateways;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.payment.RefundId;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The way back of the fake provider, with state and moods. Also the registry of it. */
final class FakeRefunding implements RefundingGateway, RefundingGateways {
    private final InMemoryUnitOfWork unitOfWork;
    private final Map<RefundId, RefundStatus> made = new LinkedHashMap<>();
    private FakeProvider.Mood mood = FakeProvider.Mood.WELL;
    private final Map<String, GoneBack> gone = new LinkedHashMap<>();
    private boolean slow;
    private boolean sayingWhatIsLeft;

    FakeRefunding(InMemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    void mood(FakeProvider.Mood next) {
        this.mood = next;
    }

    /** What it makes from now on is not done at once. */
    void slow() {
        this.slow = true;
    }

    void becomes(RefundId refund, RefundStatus status) {
        made.put(refund, status);
    }

    /** What it says of money that went back, from now on. */
    void says(String about, GoneBack what) {
        gone.put(about, what);
    }

    /** From now on it names no refunds and says what is left. */
    void saysWhatIsLeft() {
        this.sayingWhatIsLeft = true;
    }

    @Override
    public boolean tellsWhatIsLeft() {
        return sayingWhatIsLeft;
    }

    int count() {
        return made.size();
    }

    @Override
    public String provider() {
        return "fake";
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public Uni<RefundStatus> refund(RefundCall call) {
        return outside(
                () -> {
                    if (mood == FakeProvider.Mood.REFUSES) {
                        throw new GatewayRefused("NO_WAY_BACK");
                    }
                    String reference = "re_" + call.refund().value().getLeastSignificantBits();
                    made.putIfAbsent(
                            call.refund(),
                            slow
                                    ? new RefundStatus.Underway(reference)
                                    : new RefundStatus.Done(reference));
                    if (mood == FakeProvider.Mood.LOSES_ANSWERS) {
                        throw new GatewayUnavailable("the answer is lost");
                    }
                    return made.get(call.refund());
                });
    }

    @Override
    public Uni<RefundStatus> status(RefundCall call) {
        return outside(
                () -> made.getOrDefault(call.refund(), (RefundStatus) new RefundStatus.NotThere()));
    }

    @Override
    public Uni<GoneBack> goneBack(String about) {
        return outside(() -> gone.getOrDefault(about, new GoneBack.Strange("never heard of it")));
    }

    private <T> Uni<T> outside(Supplier<T> call) {
        return Uni.createFrom()
                .item(
                        () -> {
                            if (unitOfWork.isOpen()) {
                                throw new IllegalStateException("called inside a unit of work");
                            }
                            if (mood == FakeProvider.Mood.DOWN) {
                                throw new GatewayUnavailable("down");
                            }
                            return call.get();
                        });
    }

    @Override
    public Optional<RefundingGateway> find(String provider) {
        return provider.equals("fake") ? Optional.of(this) : Optional.empty();
    }
}
