package io.cybervpn.infrastructure.payment.tbank;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** T-Bank's methods are all of one shape. Answers come as they are. */
@Path("/v2")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface TBankApi {
    @POST
    @Path("/{method}")
    Uni<Response> call(@PathParam("method") String method, String body);
}
