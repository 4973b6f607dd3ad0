package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.UnmatchedViews;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.payment.UnmatchedId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Sends money that a payment was flagged for back the way it came: a refund of that payment, under
 * the rules of {@link RequestRefund}. Of other money there is no payment that we could name.
 */
@Singleton
public final class SendUnmatchedBack {
    private final UnmatchedViews views;
    private final RequestRefund requestRefund;

    @Inject
    SendUnmatchedBack(UnmatchedViews views, RequestRefund requestRefund) {
        this.views = views;
        this.requestRefund = requestRefund;
    }

    /**
     * What to send back.
     *
     * @param key the asker's own: a key sends once
     */
    public record Command(Actor actor, UnmatchedId id, String key, String reason) {}

    /** Sends it. Repeatable with the same key. */
    public Uni<ResolveUnmatched.Result> execute(Command command) {
        return command.actor().may(Permission.PAYMENTS_REFUND)
                ? views.find(command.id()).chain(found -> send(found, command))
                : answer(new ResolveUnmatched.Result.Forbidden());
    }

    private Uni<ResolveUnmatched.Result> send(Optional<UnmatchedView> found, Command command) {
        if (found.isEmpty()) {
            return answer(new ResolveUnmatched.Result.NotThere());
        }
        return found.filter(UnmatchedView::sendable)
                .flatMap(UnmatchedView::of)
                .map(of -> refund(of, command))
                .orElseGet(
                        () ->
                                answer(
                                        new ResolveUnmatched.Result.Refused(
                                                "send_back_not_supported")));
    }

    private Uni<ResolveUnmatched.Result> refund(UnmatchedView.Of of, Command command) {
        return requestRefund
                .execute(
                        new RequestRefund.Command(
                                command.actor(),
                                of.payment(),
                                Optional.empty(),
                                false,
                                "unallocated " + command.key(),
                                command.reason()))
                .map(SendUnmatchedBack::result);
    }

    private static ResolveUnmatched.Result result(RequestRefund.Result refund) {
        return switch (refund) {
            case RequestRefund.Result.Promised _ -> new ResolveUnmatched.Result.Resolved();
            case RequestRefund.Result.NeedsApproval(var approval) ->
                    new ResolveUnmatched.Result.NeedsApproval(approval);
            case RequestRefund.Result.NoSuchPayment() -> new ResolveUnmatched.Result.NotThere();
            case RequestRefund.Result.Refused(var code) ->
                    new ResolveUnmatched.Result.Refused(
                            code.equals("not_paid") ? "amount_unknown" : code);
            case RequestRefund.Result.Forbidden() -> new ResolveUnmatched.Result.Forbidden();
            case RequestRefund.Result.StepUpRequired() ->
                    new ResolveUnmatched.Result.StepUpRequired();
        };
    }

    private static Uni<ResolveUnmatched.Result> answer(ResolveUnmatched.Result result) {
        return Uni.createFrom().item(result);
    }
}
