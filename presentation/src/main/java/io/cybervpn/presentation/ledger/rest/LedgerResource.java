package io.cybervpn.presentation.ledger.rest;

import io.cybervpn.application.ledger.ListLedgerTransactions;
import io.cybervpn.application.ledger.ProveLedger;
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

/** The books (R94), for staff with {@code ledger:read}. */
@Path("/api/v1/admin/ledger")
@Tag(name = "admin-ledger")
@Authenticated
public final class LedgerResource {
    private final ProveLedger proveLedger;
    private final ListLedgerTransactions listLedgerTransactions;
    private final CurrentActor actor;

    @Inject
    LedgerResource(
            ProveLedger proveLedger,
            ListLedgerTransactions listLedgerTransactions,
            CurrentActor actor) {
        this.proveLedger = proveLedger;
        this.listLedgerTransactions = listLedgerTransactions;
        this.actor = actor;
    }

    /** Recomputes everything; a difference is an answer, not an error. */
    @GET
    @Path("/proof")
    @Operation(
            operationId = "proveLedger",
            summary = "Recomputes all money and reports differences")
    public Uni<LedgerProofJson> proof() {
        return proveLedger.execute(actor.actor()).map(LedgerResource::answer);
    }

    /** A feed, newest first: repeat with {@code cursor} until there is none. */
    @GET
    @Path("/transactions")
    @Operation(operationId = "listLedgerTransactions", summary = "Lists the journal, newest first")
    public Uni<LedgerFeedJson> transactions(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return listLedgerTransactions
                .execute(
                        new ListLedgerTransactions.Command(
                                actor.actor(),
                                Optional.ofNullable(cursor)
                                        .map(IdCursor::read)
                                        .map(LedgerTransactionId::new),
                                limit))
                .map(LedgerResource::answer);
    }

    private static LedgerProofJson answer(ProveLedger.Result result) {
        return switch (result) {
            case ProveLedger.Result.Proved(var report) -> LedgerProofJson.of(report);
            case ProveLedger.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static LedgerFeedJson answer(ListLedgerTransactions.Result result) {
        return switch (result) {
            case ListLedgerTransactions.Result.Listed listed -> LedgerFeedJson.of(listed);
            case ListLedgerTransactions.Result.Forbidden() ->
                    throw Problem.forbidden().asException();
        };
    }
}
