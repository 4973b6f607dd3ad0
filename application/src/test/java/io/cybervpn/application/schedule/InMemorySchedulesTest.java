package io.cybervpn.application.schedule;

import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.schedule.repository.Schedules;

/** Memory keeps the contract of schedules. */
class InMemorySchedulesTest extends SchedulesContract {
    private final InMemorySchedules schedules = new InMemorySchedules();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    protected Schedules schedules() {
        return schedules;
    }

    @Override
    protected ScheduleViews views() {
        return schedules;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
