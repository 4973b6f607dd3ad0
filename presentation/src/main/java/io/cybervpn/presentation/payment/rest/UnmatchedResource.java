package io.cybervpn.presentation.payment.rest;

import io.cybervpn.application.approval.ApprovalView;
import io.cybervpn.application.payment.ListUnmatched;
import io.cybervpn.application.payment.PayOrderWithUnmatched;
import io.cybervpn.application.payment.ResolveUnmatched;
import io.cybervpn.application.payment.SendUnmatchedBack;
import io.cybervpn.application.payment.port.UnmatchedViews;
import io.cybervpn.application.shared.Origins;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.payment.Resolution;
import io.cybervpn.domain.payment.UnmatchedId;
import io.cybervpn.presentation.payment.rest.ResolutionJson.AnswerJson;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.FeedCursor;
import io.cybervpn.presentation.shared.rest.IdempotentCall;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Money that came and fits no payment: {@code payments:read} to see it, {@code payments:refund} to
 * decide on it.
 */
@Path("/api/v1/admin/unallocated")
@Tag(name = "admin-payments")
@Authenticated
public final class UnmatchedResource {
    private final ListUnmatched listUnmatched;
    private final ResolveUnmatched resolveUnmatched;
    private final SendUnmatchedBack sendUnmatchedBack;
    private final PayOrderWithUnmatched payOrder;
    private final Call call;

    @Inject
    UnmatchedResource(
            ListUnmatched listUnmatched,
            ResolveUnmatched resolveUnmatched,
            SendUnmatchedBack sendUnmatchedBack,
            PayOrderWithUnmatched payOrder,
            Call call) {
        this.listUnmatched = listUnmatched;
        this.resolveUnmatched = resolveUnmatched;
        this.sendUnmatchedBack = sendUnmatchedBack;
        this.payOrder = payOrder;
        this.call = call;
    }

    /** Who calls, why, and under which key. */
    @Singleton
    static final class Call {
        private final CurrentActor actor;
        private final Origins origins;
        private final IdempotentCall idempotent;

        @Inject
        Call(CurrentActor actor, Origins origins, IdempotentCall idempotent) {
            this.actor = actor;
            this.origins = origins;
            this.idempotent = idempotent;
        }
    }

    /** A feed, newest first: repeat with {@code cursor} until there is none. */
    @GET
    @Operation(
            operationId = "adminListUnallocated",
            summary = "Lists money that came and fits no payment, newest first")
    public Uni<UnmatchedJson.FeedJson> list(
            @QueryParam("state") @DefaultValue("open") @Pattern(regexp = "open|resolved|all")
                    String state,
            @QueryParam("provider") @Nullable String provider,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        UnmatchedViews.Filter filter =
                new UnmatchedViews.Filter(
                        Optional.of(state).filter(wish -> !wish.equals("all")).map("open"::equals),
                        Optional.ofNullable(provider),
                        Optional.ofNullable(cursor)
                                .map(FeedCursor::read)
                                .map(UnmatchedResource::position),
                        limit);
        return listUnmatched
                .execute(new ListUnmatched.Query(call.actor.actor(), filter))
                .map(UnmatchedResource::answer);
    }

    private static UnmatchedViews.Position position(FeedCursor cursor) {
        return new UnmatchedViews.Position(cursor.at(), new UnmatchedId(cursor.id()));
    }

    private static UnmatchedJson.FeedJson answer(ListUnmatched.Result result) {
        return switch (result) {
            case ListUnmatched.Result.Listed listed -> UnmatchedJson.of(listed);
            case ListUnmatched.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    /** Decides on it, once; say why in {@code X-Reason}. */
    @POST
    @Path("/{id}/resolutions")
    @ReasonRequired
    @Operation(
            operationId = "adminResolveUnallocated",
            summary = "Decides on money that fits no payment",
            description =
                    "Needs a fresh second factor, X-Reason and Idempotency-Key. Above the shop's"
                            + " limit the answer is 202 with approval_required. Codes:"
                            + " nothing_left, amount_unknown, customer_not_found,"
                            + " order_not_found, order_paid, order_cancelled, not_enough_money,"
                            + " other_currency,"
                            + " send_back_not_supported, refund_not_supported.")
    @APIResponseSchema(value = AnswerJson.class, responseCode = "201")
    public Uni<RestResponse<AnswerJson>> resolve(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @NotNull ResolutionJson body) {
        if (!call.actor.actor().may(Permission.PAYMENTS_REFUND)) {
            throw Problem.forbidden().asException();
        }
        IdempotentCall.Keyed keyed =
                new IdempotentCall.Keyed(
                        call.actor.account(),
                        "POST /admin/unallocated/" + id + "/resolutions",
                        key,
                        body);
        UnmatchedId money = new UnmatchedId(id);
        String requestKey = keyed.requiredKey();
        return call.idempotent.run(
                keyed,
                AnswerJson.class,
                () -> decide(money, body, requestKey).map(UnmatchedResource::answer));
    }

    private Uni<ResolveUnmatched.Result> decide(
            UnmatchedId money, ResolutionJson body, String key) {
        String reason = call.origins.current().reason().orElse("");
        return switch (Optional.ofNullable(body.kind()).orElse("")) {
            case "credit" -> decide(money, new Resolution.Credit(body.customer()), reason);
            case "pay_order" ->
                    payOrder.execute(
                            new PayOrderWithUnmatched.Command(
                                    call.actor.actor(), money, body.order(), reason));
            case "sent_back" -> decide(money, new Resolution.SentBack(), reason);
            case "kept" -> decide(money, new Resolution.Kept(), reason);
            case "send_back" ->
                    sendUnmatchedBack.execute(
                            new SendUnmatchedBack.Command(call.actor.actor(), money, key, reason));
            case String _ ->
                    throw Problem.invalid(
                                    "kind",
                                    "unknown",
                                    "credit, pay_order, send_back, sent_back or kept.")
                            .asException();
        };
    }

    private Uni<ResolveUnmatched.Result> decide(UnmatchedId money, Resolution wish, String reason) {
        return resolveUnmatched.execute(
                new ResolveUnmatched.Command(call.actor.actor(), money, wish, reason));
    }

    private static RestResponse<AnswerJson> answer(ResolveUnmatched.Result result) {
        return switch (result) {
            case ResolveUnmatched.Result.Resolved() ->
                    RestResponse.status(RestResponse.Status.CREATED, new AnswerJson("done", null));
            case ResolveUnmatched.Result.NeedsApproval(ApprovalView approval) ->
                    RestResponse.status(
                            RestResponse.Status.ACCEPTED,
                            new AnswerJson("approval_required", approval.id().value()));
            case ResolveUnmatched.Result.NotThere() ->
                    throw Problem.notFound("unallocated money").asException();
            case ResolveUnmatched.Result.Refused(var code) ->
                    throw Problem.of(409, code, "This cannot be decided so.").asException();
            case ResolveUnmatched.Result.Forbidden() -> throw Problem.forbidden().asException();
            case ResolveUnmatched.Result.StepUpRequired() ->
                    throw Problem.stepUpRequired().asException();
        };
    }
}
