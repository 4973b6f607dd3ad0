package io.cybervpn.presentation.identity.rest;

import io.cybervpn.application.identity.ListAccounts;
import io.cybervpn.application.identity.port.AccountList;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.PageParams;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everybody's accounts, for staff with {@code users:read} (R48, R54). */
@Path("/api/v1/admin/users")
@Tag(name = "admin-users")
@Authenticated
public final class AdminUserResource {
    private final ListAccounts listAccounts;
    private final CurrentActor actor;

    @Inject
    AdminUserResource(ListAccounts listAccounts, CurrentActor actor) {
        this.listAccounts = listAccounts;
        this.actor = actor;
    }

    /** A page, newest first unless sorted otherwise; {@code count=false} is cheaper. */
    @GET
    @Operation(operationId = "adminListUsers", summary = "Lists accounts")
    public Uni<AccountPageJson> list(
            @Valid @BeanParam PageParams page, @Valid @BeanParam UserFilterParams filter) {
        AccountList.Query query = filter.query(page);
        return listAccounts
                .execute(new ListAccounts.Command(actor.actor(), query))
                .map(result -> answer(result, query));
    }

    private static AccountPageJson answer(ListAccounts.Result result, AccountList.Query query) {
        return switch (result) {
            case ListAccounts.Result.Listed(var page) -> AccountPageJson.of(query, page);
            case ListAccounts.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
