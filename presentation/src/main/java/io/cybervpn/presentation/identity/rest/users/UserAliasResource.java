package io.cybervpn.presentation.identity.rest.users;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.presentation.identity.rest.AccountPageJson;
import io.cybervpn.presentation.identity.rest.AdminUserResource;
import io.cybervpn.presentation.identity.rest.UserFilterParams;
import io.cybervpn.presentation.identity.rest.users.UserJson.UserEditJson;
import io.cybervpn.presentation.shared.rest.PageParams;
import io.cybervpn.presentation.shared.rest.ReasonRequired;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The addresses of the first plan for what is under {@code /admin/users} (R48-R51); for staff. */
@Path("/api/v1/users")
@Tag(name = "admin-users")
@Authenticated
public final class UserAliasResource {
    private final AdminUserResource all;
    private final UserResource one;
    private final UserEndingResource end;

    @Inject
    UserAliasResource(AdminUserResource all, UserResource one, UserEndingResource end) {
        this.all = all;
        this.one = one;
        this.end = end;
    }

    /** R48. */
    @GET
    @Operation(operationId = "listUsers", summary = "Lists accounts, as adminListUsers does")
    public Uni<AccountPageJson> list(
            @Valid @BeanParam PageParams page, @Valid @BeanParam UserFilterParams filter) {
        return all.list(page, filter);
    }

    /** R49. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getUser", summary = "Shows a customer, as adminGetUser does")
    public Uni<UserJson> get(@PathParam("id") UUID id) {
        return one.get(id);
    }

    /** R50. */
    @PATCH
    @Path("/{id}")
    @Operation(operationId = "editUser", summary = "Edits a customer, as adminEditUser does")
    @RequestBody(content = @Content(schema = @Schema(implementation = UserEditJson.class)))
    public Uni<UserJson> edit(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable ObjectNode body) {
        return one.edit(id, ifMatch, body);
    }

    /** R51; say why in {@code X-Reason}. */
    @DELETE
    @Path("/{id}")
    @ReasonRequired
    @Operation(
            operationId = "eraseUser",
            summary = "Forgets a customer for good, as adminEraseUser does")
    @APIResponse(responseCode = "204", description = "Forgotten")
    public Uni<Void> erase(@PathParam("id") UUID id) {
        return end.erase(id);
    }
}
