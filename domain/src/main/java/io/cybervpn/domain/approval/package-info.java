/** What one member of staff wishes to do and another has to approve: published language. */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.approval;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
