"""All actions of one window, by subject."""

from __future__ import annotations

from aya_companion.state.backup_actions import BackupActions
from aya_companion.state.calendar_actions import CalendarActions
from aya_companion.state.card_actions import CardActions
from aya_companion.state.follow_up_actions import FollowUpActions
from aya_companion.state.hand_over_actions import HandOverActions
from aya_companion.state.lock_actions import LockActions
from aya_companion.state.map_actions import MapActions
from aya_companion.state.model import Model
from aya_companion.state.note_actions import NoteActions
from aya_companion.state.paper_actions import PaperActions
from aya_companion.state.prepare_actions import PrepareActions
from aya_companion.state.question_actions import QuestionActions
from aya_companion.state.sensitive_actions import SensitiveActions
from aya_companion.state.task_actions import TaskActions
from aya_companion.state.visit_actions import VisitActions


class Actions:
    """The doors through which screens change anything."""

    def __init__(self, model: Model) -> None:
        self.questions = QuestionActions(model)
        self.visits = VisitActions(model)
        self.card = CardActions(model)
        self.backup = BackupActions(model)
        self.lock = LockActions(model)
        self.map = MapActions(model)
        self.notes = NoteActions(model)
        self.follow_ups = FollowUpActions(model)
        self.sensitive = SensitiveActions(model)
        self.tasks = TaskActions(model)
        self.prepare = PrepareActions(model)
        self.calendar = CalendarActions(model)
        self.paper = PaperActions(model)
        self.hand_over = HandOverActions(model)
