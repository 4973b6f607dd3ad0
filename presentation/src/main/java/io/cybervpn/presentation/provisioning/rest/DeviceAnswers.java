package io.cybervpn.presentation.provisioning.rest;

import io.cybervpn.application.provisioning.DropConnections;
import io.cybervpn.application.provisioning.ListDevices;
import io.cybervpn.application.provisioning.NameDevice;
import io.cybervpn.application.provisioning.RemoveDevices;
import io.cybervpn.application.provisioning.ResetTraffic;
import io.cybervpn.presentation.shared.rest.Problem;
import io.cybervpn.presentation.shared.rest.ProblemException;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;

/** What customers and staff are told about devices, traffic and connections. */
final class DeviceAnswers {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(10);

    private DeviceAnswers() {}

    static DevicesJson answer(ListDevices.Result result) {
        return switch (result) {
            case ListDevices.Result.Listed listed -> DevicesJson.of(listed);
            case ListDevices.Result.NotReady() -> throw notReady();
            case ListDevices.Result.NoSuchSubscription() -> throw noSuchSubscription();
            case ListDevices.Result.NoAnswer() -> throw noAnswer();
            case ListDevices.Result.Denied() -> throw Problem.forbidden().asException();
        };
    }

    static RestResponse<Void> answer(NameDevice.Result result) {
        return switch (result) {
            case NameDevice.Result.Named() -> RestResponse.noContent();
            case NameDevice.Result.BadName() ->
                    throw Problem.invalid(
                                    "/name",
                                    "invalid",
                                    "1 to 64 characters, none of them a control character.")
                            .asException();
            case NameDevice.Result.NoSuchDevice() -> throw Problem.notFound("device").asException();
            case NameDevice.Result.NotReady() -> throw notReady();
            case NameDevice.Result.NoSuchSubscription() -> throw noSuchSubscription();
            case NameDevice.Result.NoAnswer() -> throw noAnswer();
            case NameDevice.Result.Denied() -> throw Problem.forbidden().asException();
        };
    }

    static RestResponse<Void> answer(RemoveDevices.Result result) {
        return switch (result) {
            case RemoveDevices.Result.Removed() -> RestResponse.noContent();
            case RemoveDevices.Result.NoSuchDevice() ->
                    throw Problem.notFound("device").asException();
            case RemoveDevices.Result.TooMany(var wait) ->
                    throw Problem.retryable(
                                    429,
                                    "too_many_device_removals",
                                    "Too many devices were removed lately.")
                            .asException()
                            .retryAfter(wait);
            case RemoveDevices.Result.NotReady() -> throw notReady();
            case RemoveDevices.Result.NoSuchSubscription() -> throw noSuchSubscription();
            case RemoveDevices.Result.NoAnswer() -> throw outcomeUnknown();
            case RemoveDevices.Result.Denied() -> throw Problem.forbidden().asException();
        };
    }

    static RestResponse<PanelDeedJson> answer(ResetTraffic.Result result) {
        return switch (result) {
            case ResetTraffic.Result.Reset() -> RestResponse.ok(new PanelDeedJson("done"));
            case ResetTraffic.Result.NotReady() -> throw notReady();
            case ResetTraffic.Result.NoSuchSubscription() -> throw noSuchSubscription();
            case ResetTraffic.Result.NoAnswer() -> throw outcomeUnknown();
            case ResetTraffic.Result.Denied() -> throw Problem.forbidden().asException();
        };
    }

    static PanelDeedJson answer(DropConnections.Result result) {
        return switch (result) {
            case DropConnections.Result.Dropped() -> new PanelDeedJson("done");
            case DropConnections.Result.NobodyConnected() -> new PanelDeedJson("nobody_connected");
            case DropConnections.Result.NotOffered() ->
                    throw Problem.of(
                                    501,
                                    "not_offered_by_panel",
                                    "This panel cannot end connections.")
                            .asException();
            case DropConnections.Result.NotReady() -> throw notReady();
            case DropConnections.Result.NoSuchSubscription() -> throw noSuchSubscription();
            case DropConnections.Result.NoAnswer() -> throw outcomeUnknown();
            case DropConnections.Result.Denied() -> throw Problem.forbidden().asException();
        };
    }

    static ProblemException notReady() {
        return Problem.retryable(
                        409,
                        "access_not_ready",
                        "The access is being set up. Ask again in a moment.")
                .asException()
                .retryAfter(SOON);
    }

    static ProblemException noSuchSubscription() {
        return Problem.notFound("subscription").asException();
    }

    static ProblemException noAnswer() {
        return Problem.retryable(
                        503,
                        "panel_unavailable",
                        "The servers' panel does not answer now. Try again.")
                .asException()
                .retryAfter(LATER);
    }

    static ProblemException outcomeUnknown() {
        return Problem.retryable(
                        503,
                        "panel_unavailable",
                        "The servers' panel does not answer now: it is not known whether it was"
                                + " done. Trying again is harmless.")
                .asException()
                .retryAfter(LATER);
    }
}
