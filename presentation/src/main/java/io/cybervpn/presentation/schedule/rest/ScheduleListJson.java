package io.cybervpn.presentation.schedule.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All tasks, by name. */
@Schema(name = "ScheduleList")
public record ScheduleListJson(List<ScheduleJson> items) {}
