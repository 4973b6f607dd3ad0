package io.cybervpn.presentation.appstore.rest;

import io.cybervpn.application.appstore.ListStorePurchases;
import io.cybervpn.domain.identity.AccountId;
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
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was bought in app stores, for staff with {@code payments:read}. */
@Path("/api/v1/admin/store-purchases")
@Tag(name = "admin-store")
@Authenticated
public final class StorePurchaseResource {
    private final ListStorePurchases listStorePurchases;
    private final CurrentActor actor;

    @Inject
    StorePurchaseResource(ListStorePurchases listStorePurchases, CurrentActor actor) {
        this.listStorePurchases = listStorePurchases;
        this.actor = actor;
    }

    /** A page, newest first; of one customer with {@code ?userId=}. */
    @GET
    @Operation(operationId = "adminListStorePurchases", summary = "Lists purchases in app stores")
    public Uni<StorePurchasePageJson> list(
            @QueryParam("userId") @Nullable UUID userId, @Valid @BeanParam PageParams page) {
        return listStorePurchases
                .execute(
                        new ListStorePurchases.Query(
                                actor.actor(),
                                Optional.ofNullable(userId).map(AccountId::new),
                                page.toRequest()))
                .map(StorePurchaseResource::answer);
    }

    private static StorePurchasePageJson answer(ListStorePurchases.Result result) {
        return switch (result) {
            case ListStorePurchases.Result.Listed(var page) -> StorePurchasePageJson.of(page);
            case ListStorePurchases.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
