package io.cybervpn.presentation.ledger.rest;

import io.cybervpn.application.ledger.ListWalletEntries;
import io.cybervpn.application.ledger.ViewWallet;
import io.cybervpn.domain.ledger.LedgerTransactionId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.IdCursor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's own wallet (R35, R102): what he paid and what he was given, per currency. */
@Path("/api/v1/wallet")
@Authenticated
@Tag(name = "wallet")
public final class WalletResource {
    private final ViewWallet viewWallet;
    private final ListWalletEntries listWalletEntries;
    private final CurrentActor actor;

    @Inject
    WalletResource(ViewWallet viewWallet, ListWalletEntries listWalletEntries, CurrentActor actor) {
        this.viewWallet = viewWallet;
        this.listWalletEntries = listWalletEntries;
        this.actor = actor;
    }

    /** The balances as they are booked at this moment. */
    @GET
    @Operation(operationId = "getWallet", summary = "Shows the own wallet")
    public Uni<WalletJson> get() {
        return viewWallet
                .execute(new ViewWallet.Query(actor.actor(), actor.account()))
                .map(WalletResource::answer);
    }

    /** A feed, newest first: repeat with {@code cursor} until there is none. */
    @GET
    @Path("/transactions")
    @Operation(
            operationId = "listWalletTransactions",
            summary = "Lists what moved in the own wallet, newest first")
    public Uni<WalletFeedJson> transactions(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return listWalletEntries
                .execute(
                        new ListWalletEntries.Query(
                                actor.actor(),
                                actor.account(),
                                Optional.ofNullable(cursor)
                                        .map(IdCursor::read)
                                        .map(LedgerTransactionId::new),
                                limit))
                .map(WalletResource::answer);
    }

    static WalletJson answer(ViewWallet.Result result) {
        return switch (result) {
            case ViewWallet.Result.Found(var wallets) -> WalletJson.of(wallets);
            case ViewWallet.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    static WalletFeedJson answer(ListWalletEntries.Result result) {
        return switch (result) {
            case ListWalletEntries.Result.Listed listed -> WalletFeedJson.of(listed);
            case ListWalletEntries.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
