package io.cybervpn.presentation.shared.http;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the shop never does; only tests have it. */
@Path("/api/v1/test-faults")
@PermitAll
public final class FaultResource {
    static final String SECRET = "jdbc:postgresql://db/shop?password=hunter2";

    private final Pool pool;

    @Inject
    FaultResource(Pool pool) {
        this.pool = pool;
    }

    @GET
    @Path("/bug")
    @Operation(hidden = true)
    public Uni<String> bug() {
        return Uni.createFrom().failure(new IllegalStateException(SECRET));
    }

    @GET
    @Path("/taken")
    @Operation(hidden = true)
    public Uni<String> taken() {
        return pool.query("insert into account_tally values ('active', 1), ('active', 1)")
                .execute()
                .replaceWith("");
    }

    @GET
    @Path("/never")
    @Operation(hidden = true)
    public Uni<String> never() {
        return Uni.createFrom().nothing();
    }
}
