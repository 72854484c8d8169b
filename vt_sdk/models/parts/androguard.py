"""The models of `Androguard`.

Do not edit: `python3 scripts/generate.py` made it from `schemas/parts/androguard.json`.
"""

from typing import Annotated, Literal

from pydantic import Field

from vt_sdk.core.fields import IntOrFloat
from vt_sdk.core.model import VTModel


class AndroguardRisk(VTModel):
    """Counts of what makes an Android app risky."""

    APK: dict[str, int]
    """Counts of risky contents, by kind."""
    PERM: dict[str, int]
    """Counts of permissions, by class of danger."""


class AndroguardCertificate(VTModel):
    """Certificate that an Android app is signed with."""

    Issuer: dict[str, str]
    """Issuer, by part of the distinguished name; `DN` is the whole."""
    Subject: dict[str, str]
    """Subject, by part of the distinguished name; `DN` is the whole."""
    serialnumber: str | None = None
    """Serial number, hexadecimal."""
    thumbprint: str | None = None
    """SHA-1 of the certificate, hexadecimal."""
    validfrom: str | None = None
    """First moment of validity, as `YYYY-MM-DD hh:mm:ss`."""
    validto: str | None = None
    """Last moment of validity, as `YYYY-MM-DD hh:mm:ss`."""


class AndroguardIntentFilter(VTModel):
    """Intents that one part of an Android app answers to."""

    action: list[str]
    """Actions of the intents."""
    category: list[str]
    """Categories of the intents."""


class AndroguardPermission(VTModel):
    """A permission that an Android app asks for."""

    full_description: str | None = None
    """What the permission allows, at length."""
    permission_type: str | None = None
    """Class of danger, such as `dangerous`."""
    short_description: str | None = None
    """What the permission allows, in short."""


class AndroguardIntentFilters(VTModel):
    """Intents that the parts of an Android app answer to."""

    Activities: dict[str, AndroguardIntentFilter]
    """Filters of the activities, by class name."""
    Receivers: dict[str, AndroguardIntentFilter]
    """Filters of the broadcast receivers, by class name."""
    Services: dict[str, AndroguardIntentFilter]
    """Filters of the services, by class name."""


class Androguard(VTModel):
    """Facts about an Android app, by Androguard."""

    Activities: list[str]
    """Class names of the activities."""
    AndroguardVersion: str | None = None
    """Version of Androguard."""
    AndroidApplication: int | None = None
    """Code of the kind of file that `AndroidApplicationInfo` spells out."""
    AndroidApplicationError: bool | None = None
    """Whether the analysis failed."""
    AndroidApplicationInfo: Literal["APK", "AXML", "DEX"] | str | None = None
    """Kind of Android file."""
    AndroidVersionCode: str | None = None
    """Version of the app as a number, sent as text."""
    AndroidVersionName: str | None = None
    """Version of the app for people."""
    Libraries: list[str]
    """Shared libraries that the app declares."""
    Main_Activity: Annotated[str | None, Field(alias="Main Activity")] = None
    """Class name of the activity that starts the app, in the older layout."""
    MinSdkVersion: str | None = None
    """Lowest Android API level that the app runs on."""
    Package: str | None = None
    """Package name of the app."""
    Permissions: dict[str, list[str]]
    """Permissions that the app asks for with their class and descriptions, by name, in the older layout."""
    Providers: list[str]
    """Class names of the content providers."""
    Receivers: list[str]
    """Class names of the broadcast receivers."""
    RiskIndicator: AndroguardRisk | None = None
    """Counts of what makes the app risky."""
    Services: list[str]
    """Class names of the services."""
    SourceFile: str | None = None
    """Name of the file that the analysis was made of."""
    StringsInformation: list[str]
    """Notable strings in the code."""
    TargetSdkVersion: str | None = None
    """Android API level that the app is made for."""
    VTAndroidInfo: IntOrFloat | None = None
    """Version of the service's Android analysis."""
    certificate: AndroguardCertificate | None = None
    """Certificate that the app is signed with."""
    intent_filters: AndroguardIntentFilters | None = None
    """Intents that the parts of the app answer to."""
    main_activity: str | None = None
    """Class name of the activity that starts the app."""
    pemission_details: dict[str, AndroguardPermission]
    """The same permissions, under a misspelled key that parts of the documentation carry."""
    permission_details: dict[str, AndroguardPermission]
    """Permissions that the app asks for, by name."""
