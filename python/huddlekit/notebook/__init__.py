"""Huddlekit in a notebook: the live huddle as a widget, and charts of a report. Needs the extra `notebook`.

Thin on purpose: no rule of the domain is in here. Whatever a click does is a call of the book, and the
widget shows that call, so that it can be written down and repeated.
"""

try:
    import anywidget as _anywidget  # noqa: F401
except ImportError as error:  # pragma: no cover - tried in an environment without it
    raise ImportError(
        "huddlekit.notebook needs the extra `notebook`: pip install 'huddlekit[notebook]'"
    ) from error

from .charts import Charts, Picture, charts
from .live import LiveWidget

__all__ = ["Charts", "LiveWidget", "Picture", "charts"]
