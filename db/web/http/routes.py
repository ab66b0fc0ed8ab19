"""The routes: which function answers which address."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from datasette.utils.asgi import Request, Response

from db.web.auth import login
from db.web.http import assets
from db.web.http.methods import Route, form_route, get_route, post_route
from db.web.pages import (
    administration,
    article_pages,
    case_pages,
    entity_pages,
    home,
    list_export,
    plots,
    review_api,
    review_pages,
    review_plan,
    search_pages,
    statement_corrections,
    statement_pages,
    timeline_pages,
)
from db.web.tables import csv_export

#: Former and present names of filters.
_FILTERS = {"state": "standing", "publisher": "outlet", "stories": "copy_clusters"}


def routes() -> list[Route]:
    return [
        get_route(r"/(?P<database>[^/.]+)/(?P<table>[^/.]+)\.(?P<format>csv)$", csv_export.export_table),
        form_route(r"/-/login$", login.login),
        get_route(r"/$", home.home),
        get_route(r"/-/extract/(?P<version>[0-9a-f]+)/(?P<name>[a-z_.]+)$", assets.serve),
        get_route(r"/favicon\.ico$", assets.serve_icon),
        get_route(r"/-/article/(?P<id>[0-9]{1,18})$", article_pages.article),
        get_route(r"/-/article/(?P<database>[^/]+)/(?P<id>[0-9]{1,18})$", article_pages.article),
        get_route(r"/-/review$", review_pages.queue_page),
        get_route(r"/-/review/progress$", review_pages.progress_page),
        get_route(r"/-/review/guide$", review_pages.guide_page),
        get_route(r"/-/review/log$", review_pages.log_page),
        get_route(r"/-/review/history/(?P<key>c[0-9a-f]{16})$", review_pages.history_page),
        get_route(r"/-/review/assignments$", review_plan.assignments_page),
        post_route(r"/-/review/assign\.json$", review_plan.assign),
        post_route(r"/-/review/unassign\.json$", review_plan.unassign),
        post_route(r"/-/review/share\.json$", review_plan.set_share),
        get_route(r"/-/review/disputes$", review_plan.disputes_page),
        get_route(r"/-/review/entities\.json$", review_api.entities),
        get_route(r"/-/review/sentence/(?P<article>[0-9]{1,18})/(?P<position>[0-9]{1,9})\.json$", review_api.sentence),
        post_route(r"/-/review/release\.json$", review_api.release),
        get_route(r"/-/review/next\.json$", review_api.next_items),
        get_route(r"/-/review/counts\.json$", review_api.counts),
        post_route(r"/-/review/decide\.json$", review_api.decide),
        post_route(r"/-/review/preview\.json$", review_api.preview_correction),
        get_route(r"/-/review/claim/(?P<key>c[0-9a-f]{16})\.json$", review_api.claim),
        get_route(r"/-/review/alike/(?P<key>c[0-9a-f]{16})\.json$", review_api.alike),
        get_route(r"/-/coverage$", home.coverage),
        get_route(r"/-/search$", search_pages.search),
        get_route(r"/-/export/(?P<list>[a-z_]+)\.(?P<ending>csv|xlsx|jsonl)$", list_export.download),
        get_route(r"/-/timeline$", timeline_pages.timeline),
        get_route(r"/-/changes$", timeline_pages.changes),
        get_route(r"/-/statements$", statement_pages.listing),
        get_route(r"/-/contradictions$", statement_pages.contradictions),
        post_route(r"/-/contradictions/decide\.json$", statement_pages.decide),
        get_route(r"/-/statement/(?P<key>f[0-9a-f]{16}|[0-9]{1,18})$", statement_pages.statement),
        get_route(r"/-/statement/(?P<database>[^/]+)/(?P<key>f[0-9a-f]{16}|[0-9]{1,18})$", statement_pages.statement),
        post_route(r"/-/statements/join\.json$", statement_corrections.join),
        post_route(r"/-/statements/split\.json$", statement_corrections.split),
        post_route(r"/-/statements/undo\.json$", statement_corrections.undo),
        get_route(r"/-/event/(?P<key>v[0-9a-f]{16})$", statement_pages.event),
        get_route(r"/-/event/(?P<database>[^/]+)/(?P<key>v[0-9a-f]{16})$", statement_pages.event),
        get_route(r"/-/facts$", _from_facts),
        get_route(r"/-/fact/(?:[^/]+/)?(?:f[0-9a-f]{16}|[0-9]{1,18})$", _from_facts),
        get_route(r"/-/entities$", entity_pages.listing),
        get_route(r"/-/entities/suggested\.json$", entity_pages.suggested),
        post_route(r"/-/entities/judge\.json$", entity_pages.judge),
        post_route(r"/-/entities/split\.json$", entity_pages.split),
        post_route(r"/-/entities/undo\.json$", entity_pages.undo),
        get_route(r"/-/entity/(?P<key>e[0-9a-f]{16}|[0-9]{1,18})$", entity_pages.entity),
        get_route(r"/-/entity/(?P<database>[^/]+)/(?P<key>e[0-9a-f]{16}|[0-9]{1,18})$", entity_pages.entity),
        get_route(r"/-/administration$", administration.page),
        get_route(r"/-/administration/job\.json$", administration.job),
        post_route(r"/-/administration/users\.json$", administration.change_user),
        post_route(r"/-/administration/calibrate\.json$", administration.calibrate),
        post_route(r"/-/administration/reextract\.json$", administration.reextract),
        post_route(r"/-/administration/backup\.json$", administration.back_up),
        get_route(r"/-/account$", administration.account),
        post_route(r"/-/account/password\.json$", administration.change_own_password),
        get_route(r"/-/cases$", case_pages.listing),
        get_route(r"/-/cases\.json$", case_pages.open_folders),
        post_route(r"/-/cases/change\.json$", case_pages.change),
        get_route(r"/-/case/(?P<key>k[0-9a-f]{16})$", case_pages.case),
        get_route(r"/-/case/(?P<key>k[0-9a-f]{16})\.(?P<format>csv|jsonl)$", case_pages.export),
        get_route(r"/-/plot/(?P<name>[0-9a-f]{24})\.svg$", plots.plot),
        get_route(r"/-/claim/(?P<key>c[0-9a-f]{16})$", article_pages.claim),
        get_route(r"/-/claim/(?P<database>[^/]+)/(?P<key>c[0-9a-f]{16})$", article_pages.claim),
    ]


async def _from_facts(request: Request) -> Response:
    """From the former address of a page of statements, so that links and bookmarks keep working."""
    given = parse_qsl(request.query_string, keep_blank_values=True)
    query = urlencode([(_FILTERS.get(name, name), value) for name, value in given])
    path = request.path.replace("/-/fact", "/-/statement", 1)
    answer: Response = Response.redirect(f"{path}?{query}" if query else path, status=301)
    return answer
