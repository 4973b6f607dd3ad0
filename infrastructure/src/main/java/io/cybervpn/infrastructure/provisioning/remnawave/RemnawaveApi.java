package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The routes that 2.x and 3.x share, and the two ways to read all users. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface RemnawaveApi {
    @GET
    @Path("/system/metadata")
    Uni<MetadataJson.Answer> metadata();

    @GET
    @Path("/system/stats")
    Uni<SystemStatsJson.Answer> stats();

    @GET
    @Path("/internal-squads")
    Uni<SquadsJson.Answer> squads();

    @GET
    @Path("/users/by-username/{username}")
    Uni<UserJson.Answer> user(@PathParam("username") String username);

    @GET
    @Path("/users/by-short-uuid/{shortUuid}")
    Uni<UserJson.Answer> userByShortUuid(@PathParam("shortUuid") String shortUuid);

    /** On 2.x only; on 3.x users have numbers. */
    @GET
    @Path("/users/{uuid}")
    Uni<UserJson.Answer> userByUuid(@PathParam("uuid") String uuid);

    /** When he was online; by UUID on 2.x, by number on 3.x. */
    @GET
    @Path("/users/{ref}")
    Uni<PresenceJson.Answer> presence(@PathParam("ref") String ref);

    /** Not idempotent: after a lost answer look the user up first. */
    @POST
    @Path("/users")
    Uni<UserJson.Answer> create(ObjectNode user);

    /** Absent fields stay as they are. */
    @PATCH
    @Path("/users")
    Uni<UserJson.Answer> update(ObjectNode changes);

    /** Gives the user another link and other keys; by the panel's own reference. */
    @POST
    @Path("/users/{ref}/actions/revoke")
    Uni<UserJson.Answer> revoke(@PathParam("ref") String ref, ObjectNode wish);

    /** By UUID on 2.x, by number on 3.x. */
    @DELETE
    @Path("/users/{ref}")
    Uni<RestResponse<String>> delete(@PathParam("ref") String ref);

    /** From 2.8 on. */
    @GET
    @Path("/users/stream")
    Uni<UsersJson.Answer> stream(
            @QueryParam("size") int size, @QueryParam("cursor") @Nullable String cursor);

    /** Before 2.8; newest first. */
    @GET
    @Path("/users")
    Uni<UsersJson.Answer> list(@QueryParam("start") long start, @QueryParam("size") int size);

    /** Named by a number on 3.x, by a UUID on 2.x. */
    @GET
    @Path("/hwid/devices/{user}")
    Uni<DeviceJson.Answer> devices(@PathParam("user") String user);

    /** Days as 2026-11-30, both of them belong to it. */
    @GET
    @Path("/bandwidth-stats/users/{user}")
    Uni<NodeUsageJson.Answer> usage(
            @PathParam("user") String user,
            @QueryParam("start") String start,
            @QueryParam("end") String end,
            @QueryParam("topNodesLimit") int topNodes);

    @POST
    @Path("/hwid/devices/delete")
    Uni<DeviceJson.Answer> deleteDevice(ObjectNode device);

    @POST
    @Path("/hwid/devices/delete-all")
    Uni<DeviceJson.Answer> deleteAllDevices(ObjectNode user);

    /** Named by a number on 3.x, by a UUID on 2.x. */
    @POST
    @Path("/users/{user}/actions/reset-traffic")
    Uni<UserJson.Answer> resetTraffic(@PathParam("user") String user);

    /** On 3.x; no content. */
    @POST
    @Path("/connections/drop")
    Uni<RestResponse<String>> dropConnections(ObjectNode which);

    /** On later 2.x; by UUID. */
    @POST
    @Path("/ip-control/drop-connections")
    Uni<RestResponse<String>> dropConnectionsOfTwo(ObjectNode which);

    /** The format follows from the client's name. */
    @GET
    @Path("/sub/{shortUuid}")
    @Produces(MediaType.WILDCARD)
    Uni<RestResponse<String>> link(
            @PathParam("shortUuid") String shortUuid, @BeanParam LinkClient client);

    @GET
    @Path("/sub/{shortUuid}/{type}")
    @Produces(MediaType.WILDCARD)
    Uni<RestResponse<String>> linkOfType(
            @PathParam("shortUuid") String shortUuid,
            @PathParam("type") String type,
            @BeanParam LinkClient client);

    @GET
    @Path("/sub/{shortUuid}/info")
    Uni<LinkInfoJson.Answer> linkInfo(
            @PathParam("shortUuid") String shortUuid, @BeanParam LinkClient client);

    @GET
    @Path("/nodes")
    Uni<NodeJson.Answer> nodes();

    /** The same as {@link #nodes}, read for how they are configured. */
    @GET
    @Path("/nodes")
    Uni<ConfigsJson> nodesWithConfigs();

    @GET
    @Path("/config-profiles")
    Uni<ConfigsJson.ProfilesAnswer> profiles();

    /** The same as {@link #squads}, read for what leads to which node. */
    @GET
    @Path("/internal-squads")
    Uni<NodeJson.SquadsOfNodesJson.Answer> squadsOfNodes();

    /** enable, disable or restart; an unknown node is 404 A011. */
    @POST
    @Path("/nodes/{uuid}/actions/{action}")
    Uni<Void> turnNode(
            @PathParam("uuid") String uuid, @PathParam("action") String action, ObjectNode body);

    /** Bytes by node and day of UTC; both days are in it, as {@code 2026-01-31}. */
    @GET
    @Path("/bandwidth-stats/nodes")
    Uni<NodesTrafficJson.Answer> nodesTraffic(
            @QueryParam("start") String start,
            @QueryParam("end") String end,
            @QueryParam("topNodesLimit") int topNodesLimit);
}
