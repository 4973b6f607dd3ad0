package io.cybervpn.application.shared;

import java.util.List;

/** What all contexts know of a person, as found when the program was put together. */
public interface PersonalDataSections {
    /** By name of the section. */
    List<PersonalData.Section> all();
}
