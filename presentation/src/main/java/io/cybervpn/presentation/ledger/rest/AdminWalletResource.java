package io.cybervpn.presentation.ledger.rest;

import io.cybervpn.application.ledger.AdjustWallet;
import io.cybervpn.application.ledger.ListWalletEntries;
import io.cybervpn.application.ledger.ViewWallet;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.cybervpn.presentation.ledger.rest.AdjustmentJson.AdjustedJson;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.IdCursor;
import io.cybervpn.presentation.shared.rest.IdempotentCall;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * A customer's wallet for staff: {@code payments:read} to see, {@code wallets:adjust} to change.
 */
@Path("/api/v1/admin/users/{id}/wallet")
@Tag(name = "admin-wallets")
@Authenticated
public final class AdminWalletResource {
    private final ViewWallet viewWallet;
    private final ListWalletEntries listWalletEntries;
    private final AdjustWallet adjustWallet;
    private final IdempotentCall idempotentCall;
    private final CurrentActor actor;

    @Inject
    AdminWalletResource(
            ViewWallet viewWallet,
            ListWalletEntries listWalletEntries,
            AdjustWallet adjustWallet,
            IdempotentCall idempotentCall,
            CurrentActor actor) {
        this.viewWallet = viewWallet;
        this.listWalletEntries = listWalletEntries;
        this.adjustWallet = adjustWallet;
        this.idempotentCall = idempotentCall;
        this.actor = actor;
    }

    /** The balances as they are booked at this moment. */
    @GET
    @Operation(operationId = "adminGetWallet", summary = "Shows a customer's wallet")
    public Uni<WalletJson> get(@PathParam("id") UUID id) {
        return viewWallet
                .execute(new ViewWallet.Query(actor.actor(), new AccountId(id)))
                .map(WalletResource::answer);
    }

    /** A feed, newest first: repeat with {@code cursor} until there is none. */
    @GET
    @Path("/transactions")
    @Operation(
            operationId = "adminListWalletTransactions",
            summary = "Lists what moved in a customer's wallet, newest first")
    public Uni<WalletFeedJson> transactions(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return listWalletEntries
                .execute(
                        new ListWalletEntries.Query(
                                actor.actor(),
                                new AccountId(id),
                                Optional.ofNullable(cursor)
                                        .map(IdCursor::read)
                                        .map(LedgerTransactionId::new),
                                limit))
                .map(WalletResource::answer);
    }

    /** At once, or above the shop's limit only asked for; say why in {@code X-Reason}. */
    @POST
    @Path("/adjustments")
    @ReasonRequired
    @Operation(
            operationId = "adminAdjustWallet",
            summary = "Changes a customer's wallet by hand",
            description =
                    "Needs a fresh second factor, X-Reason and Idempotency-Key. Above the shop's"
                            + " limit the answer is 202 with approval_required. Codes:"
                            + " not_enough_money, adjustment_out_of_range.")
    @APIResponseSchema(value = AdjustedJson.class, responseCode = "201")
    public Uni<RestResponse<AdjustedJson>> adjust(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotentCall.HEADER) @Nullable String key,
            @NotNull AdjustmentJson body) {
        if (!actor.actor().may(Permission.WALLETS_ADJUST)) {
            throw Problem.forbidden().asException();
        }
        IdempotentCall.Keyed keyed =
                new IdempotentCall.Keyed(
                        actor.account(),
                        "POST /admin/users/" + id + "/wallet/adjustments",
                        key,
                        body);
        AdjustWallet.Command command =
                new AdjustWallet.Command(
                        actor.actor(),
                        new AccountId(id),
                        body.checked(),
                        id + " " + keyed.requiredKey());
        return idempotentCall.run(
                keyed,
                AdjustedJson.class,
                () -> adjustWallet.execute(command).map(AdminWalletResource::answer));
    }

    private static RestResponse<AdjustedJson> answer(AdjustWallet.Result result) {
        return switch (result) {
            case AdjustWallet.Result.Adjusted(var id) ->
                    RestResponse.status(
                            RestResponse.Status.CREATED,
                            new AdjustedJson("done", Optional.of(id.value()), Optional.empty()));
            case AdjustWallet.Result.Asked(var approval) ->
                    RestResponse.status(
                            RestResponse.Status.ACCEPTED,
                            new AdjustedJson(
                                    "approval_required",
                                    Optional.empty(),
                                    Optional.of(approval.id().value())));
            case AdjustWallet.Result.NotEnough(var available) ->
                    throw Problem.of(422, "not_enough_money", "There is less in the wallet.")
                            .withParams(
                                    Map.of(
                                            "currency",
                                            available.asset().code(),
                                            "available",
                                            available.toDecimal()))
                            .asException();
            case AdjustWallet.Result.NoSuchOwner() -> throw Problem.notFound("user").asException();
            case AdjustWallet.Result.OutOfRange() ->
                    throw Problem.of(
                                    422,
                                    "adjustment_out_of_range",
                                    "Nothing, too much, or a grant that has lapsed already.")
                            .asException();
            case AdjustWallet.Result.Forbidden() -> throw Problem.forbidden().asException();
            case AdjustWallet.Result.StepUpRequired() ->
                    throw Problem.stepUpRequired().asException();
            case AdjustWallet.Result.NoReason() ->
                    throw Problem.of(400, "reason_required", "Say why in X-Reason.").asException();
        };
    }
}
